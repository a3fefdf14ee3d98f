import { ImportError } from '../../geodata/import/import-error.ts';
import type { ImportFile, ImportSource } from '../../geodata/import/source.ts';
import { source as areas } from '../../geodata/sources/areas/source.ts';
import { source as bag } from '../../geodata/sources/bag/source.ts';
import { source as boundaries } from '../../geodata/sources/boundaries/source.ts';
import { source as osm } from '../../geodata/sources/osm/source.ts';
import { source as statistics } from '../../geodata/sources/statistics/source.ts';
import { source as vacancyList } from '../../geodata/sources/vacancy-list/source.ts';
import { source as workAreas } from '../../geodata/sources/work-areas/source.ts';

/** Every source that a file can be of, in the order in which a file is looked at. */
export const SOURCES: readonly ImportSource[] = [
  osm,
  bag,
  boundaries,
  workAreas,
  statistics,
  areas,
  vacancyList,
];

/**
 * The source of a file, by what is in it.
 * @param code of a source that somebody chose; undefined: whichever recognises it
 * @throws ImportError `file-unknown`
 */
export async function sourceOf(
  file: ImportFile,
  code: string | undefined,
  sources: readonly ImportSource[] = SOURCES,
): Promise<ImportSource> {
  const chosen = sources.find(source => source.code === code);
  if (chosen !== undefined) return chosen;
  for (const source of sources) if (await source.recognise(file)) return source;
  throw new ImportError({
    code: 'file-unknown',
    nl: 'Dit bestand herkent Kernkaart niet. Mogelijk zijn: een lijst (CSV, XLSX, ODS), een BAG-levering, een bestand met gebieden (GeoPackage, Shapefile in zip, GeoJSON, KML) of een OpenStreetMap-uittreksel.',
    en: 'Kernkaart does not recognise this file. It takes: a list (CSV, XLSX, ODS), a BAG delivery, a file of areas (GeoPackage, zipped Shapefile, GeoJSON, KML) or an OpenStreetMap extract.',
  });
}
