import { DURATION_CODES } from '../../geodata/vocabulary/duration.ts';
import { FUNCTION_CODES } from '../../geodata/vocabulary/function.ts';
import { STATUS_CODES } from '../../geodata/vocabulary/status.ts';
import type { ScenarioArchive } from '../contract/scenario-version.ts';
import { placeOutline } from '../planning/place.ts';
import { measureName } from '../planning/telling.ts';
import { figureTable, metadataTable } from './figure-table.ts';
import { type GeoPackageTable, geoPackage } from './geopackage.ts';
import { shapeInRd } from './geopackage-geometry.ts';

/** What happens to a premises in the expected case. */
interface Change {
  measure: number;
  year: number;
  becomes: string;
}

function changesOf({ result }: ScenarioArchive): Map<string, Change[]> {
  const changes = result.measures.flatMap(({ premises }, index) =>
    premises.map(({ id, year, becomes }) => ({ id, measure: index + 1, year, becomes })),
  );
  return Map.groupBy(changes, ({ id }) => id);
}

const known = (value: number): number | null => (value < 0 ? null : value);

/** Premises as points, one row per change in the expected case; one without changes has one row without a year. */
function premisesTable(archive: ScenarioArchive): GeoPackageTable {
  const { premises } = archive.base;
  const changes = changesOf(archive);
  const columns = [
    ['id', 'TEXT'],
    ['label', 'TEXT'],
    ['function', 'TEXT'],
    ['floor_area', 'INTEGER'],
    ['status', 'TEXT'],
    ['duration', 'TEXT'],
    ['measure', 'INTEGER'],
    ['year', 'INTEGER'],
    ['becomes', 'TEXT'],
  ] as const;
  const rows = premises.ids.flatMap((id, index) => {
    const state = [
      ...[id, premises.labels[index]!, FUNCTION_CODES[premises.functions[index]!]!],
      known(premises.floorAreas[index]!),
      STATUS_CODES[premises.states[index]!]!,
      DURATION_CODES[premises.durations[index]! - 1] ?? null,
    ];
    const shape = { type: 'Point' as const, coordinates: [premises.x[index]!, premises.y[index]!] as const };
    const own = changes.get(id) ?? [{ measure: null, year: null, becomes: null }];
    return own.map(({ measure, year, becomes }) => ({ cells: [...state, measure, year, becomes], shape }));
  });
  const description =
    'Premises on the base date and what measures make of them, year by year, in the expected case';
  return { name: 'premises', description, geometry: 'POINT', columns, rows };
}

function measureTable({ document, base }: ScenarioArchive): GeoPackageTable {
  return {
    name: 'measure',
    description: 'Measures with their places; chosen premises are points of the table premises',
    geometry: 'GEOMETRY',
    columns: [
      ['number', 'INTEGER'],
      ['id', 'TEXT'],
      ['kind', 'TEXT'],
      ['name', 'TEXT'],
      ['remark', 'TEXT'],
      ['from_year', 'INTEGER'],
      ['until_year', 'INTEGER'],
      ['takes', 'TEXT'],
    ],
    rows: document.measures.map((measure, index) => {
      const { id, kind, remark, phase, takes } = measure;
      const outline = measure.place && placeOutline(measure.place, base);
      return {
        cells: [index + 1, id, kind, measureName(measure, 'nl'), remark, phase.from, phase.until, takes],
        shape: outline && shapeInRd(outline),
      };
    }),
  };
}

/**
 * An archive as a GeoPackage in RD New, exact: for planners only. What it leaves out is in the archive itself.
 * @param version the checksum of the archive, and when the version was published (ISO instant)
 */
export function archiveGeoPackage(
  archive: ScenarioArchive,
  version: { checksum: string; publishedAt: string },
): Uint8Array<ArrayBuffer> {
  const { series, municipality, municipalityName, revision } = archive.base;
  const metadata = metadataTable({
    title: archive.document.title,
    scenario: archive.id,
    version: archive.version,
    published_at: version.publishedAt,
    checksum: version.checksum,
    software: archive.software,
    revision,
    municipality: `${municipalityName} (${municipality})`,
    series: series.id,
    source: series.source,
    reference_date: series.referenceDate,
    exact: 'yes: for planners only',
  });
  const figures = figureTable(archive.result.figures, archive.result.years);
  return geoPackage([premisesTable(archive), measureTable(archive), figures, metadata], version.publishedAt);
}
