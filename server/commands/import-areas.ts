import { importAreas } from '../../geodata/sources/areas/import.ts';
import { fileCommand } from './import-file.ts';

/** Loads areas and policy zones. */
export const command = fileCommand({
  word: 'areas',
  usage:
    'FILE --municipality GM0221 [--kind kernwinkelgebied | --kind-column C] [--name NAME | --name-column C] [--deciding-body TEXT] [--decision TEXT] [--decision-date 2024-01-31] [--layer LAYER] [--title TITLE] [--owner OWNER] [--licence LICENCE]',
  purpose:
    'load areas and policy zones: polygons (GeoPackage, zipped Shapefile, GeoJSON, KML) or a list of streets with house numbers',
  options: [
    'kind',
    'kind-column',
    'name',
    'name-column',
    'deciding-body',
    'deciding-body-column',
    'decision',
    'decision-column',
    'decision-date',
    'decision-date-column',
    'layer',
    'title',
    'owner',
    'licence',
  ],
  load: (file, typed, context) =>
    importAreas(
      file,
      {
        municipality: typed.municipality,
        kind: typed.kind,
        kindColumn: typed['kind-column'],
        name: typed.name,
        nameColumn: typed['name-column'],
        decidingBody: typed['deciding-body'],
        decidingBodyColumn: typed['deciding-body-column'],
        decision: typed.decision,
        decisionColumn: typed['decision-column'],
        decisionDate: typed['decision-date'],
        decisionDateColumn: typed['decision-date-column'],
        layer: typed.layer,
        title: typed.title,
        owner: typed.owner,
        licence: typed.licence,
      },
      context,
    ),
});
