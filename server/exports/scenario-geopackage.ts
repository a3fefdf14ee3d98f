import type { PlaceGeometry, PublishedMeasure, PublishedScenario } from '../contract/published-scenario.ts';
import { measureName } from '../planning/telling.ts';
import { figureTable, metadataTable } from './figure-table.ts';
import { type GeoPackageTable, geoPackage } from './geopackage.ts';
import { shapeInRd } from './geopackage-geometry.ts';
import { rangeCells, rangeColumns, shownCells, shownColumns } from './shown-columns.ts';

function areaTable({ area, zones }: Pick<PublishedScenario, 'area' | 'zones'>): GeoPackageTable {
  return {
    name: 'area',
    description: 'The area of the scenario (role area) and the policy zones that overlap it (role zone)',
    geometry: 'MULTIPOLYGON',
    columns: [
      ['id', 'TEXT'],
      ['role', 'TEXT'],
      ['kind', 'TEXT'],
      ['name', 'TEXT'],
      ['hectares', 'REAL'],
    ],
    rows: [area, ...zones].map(({ id, kind, name, hectares, coordinates }, index) => ({
      cells: [id, index === 0 ? 'area' : 'zone', kind, name, hectares],
      shape: shapeInRd({ type: 'MultiPolygon', coordinates }),
    })),
  };
}

const inRd = (geometry: PlaceGeometry | null) => geometry && shapeInRd(geometry);

/** A measure has a row for its place, and one for where it leads to if it has such a place. */
function measureRows(measure: PublishedMeasure): GeoPackageTable['rows'] {
  const { number, id, kind, where, phase, takes, candidates, taken, takenArea, homes, cost } = measure;
  const cells = (role: string) => [
    ...[number, id, role, kind, measureName(measure, 'nl'), measureName(measure, 'en')],
    ...[where.nl, where.en, measure.remark, phase.from, phase.until, takes],
    ...shownCells(candidates),
    ...[taken, takenArea, homes, cost].flatMap(rangeCells),
  ];
  const target = measure.target === null ? [] : [{ cells: cells('target'), shape: inRd(measure.target) }];
  return [{ cells: cells('place'), shape: inRd(measure.geometry) }, ...target];
}

function measureTable(measures: readonly PublishedMeasure[]): GeoPackageTable {
  return {
    name: 'measure',
    description: 'Measures in the order in which they act; without geometry where the place may not be shown',
    geometry: 'GEOMETRY',
    columns: [
      ['number', 'INTEGER'],
      ['id', 'TEXT'],
      ['role', 'TEXT'],
      ['kind', 'TEXT'],
      ['name_nl', 'TEXT'],
      ['name_en', 'TEXT'],
      ['where_nl', 'TEXT'],
      ['where_en', 'TEXT'],
      ['remark', 'TEXT'],
      ['from_year', 'INTEGER'],
      ['until_year', 'INTEGER'],
      ['takes', 'TEXT'],
      ...shownColumns('candidates'),
      ...['taken', 'taken_area', 'homes', 'cost'].flatMap(rangeColumns),
    ],
    rows: measures.flatMap(measureRows),
  };
}

const SIDE_NUMBERS = ['observed', 'vacant', 'baseline', 'proposal'] as const;

function sideTable({ sides }: PublishedScenario): GeoPackageTable {
  return {
    name: 'street_side',
    description:
      'Vacant premises per street side on the base date, and in the last year without and with the measures',
    geometry: 'MULTILINESTRING',
    columns: [
      ['id', 'TEXT'],
      ['street', 'TEXT'],
      ['side', 'TEXT'],
      ['change', 'TEXT'],
      ...SIDE_NUMBERS.flatMap(shownColumns),
    ],
    rows: sides.map(side => ({
      cells: [
        side.id,
        side.street,
        side.side,
        side.change,
        ...SIDE_NUMBERS.flatMap(name => shownCells(side[name])),
      ],
      shape: shapeInRd({ type: 'MultiLineString', coordinates: side.coordinates }),
    })),
  };
}

function buildingTable({ buildings }: PublishedScenario): GeoPackageTable {
  return {
    name: 'building',
    description: 'Buildings that a measure changes, where showing them shows no vacancy',
    geometry: 'MULTIPOLYGON',
    columns: [
      ['id', 'TEXT'],
      ['measure', 'INTEGER'],
      ['becomes', 'TEXT'],
    ],
    rows: buildings.map(({ id, measure, becomes, coordinates }) => ({
      cells: [id, measure, becomes],
      shape: shapeInRd({ type: 'MultiPolygon', coordinates }),
    })),
  };
}

function metadataOf(scenario: PublishedScenario): GeoPackageTable {
  const { series, decision, withdrawn, amendmentOf } = scenario;
  return metadataTable({
    title: scenario.title,
    summary: scenario.summary,
    scenario: scenario.id,
    version: scenario.version,
    status: scenario.status,
    published_at: scenario.publishedAt,
    checksum: scenario.checksum,
    software: scenario.software,
    revision: scenario.revision,
    municipality: `${scenario.municipalityName} (${scenario.municipality})`,
    series_nl: series.name.nl,
    series_en: series.name.en,
    source: series.source,
    reference_date: series.referenceDate,
    disclosure_profile: series.profile,
    decision: decision && `${decision.body}, ${decision.number}, ${decision.date}`,
    withdrawn: withdrawn && `${withdrawn.on}: ${withdrawn.reason}`,
    amendment_of:
      amendmentOf && `A${amendmentOf.number} of ${amendmentOf.scenario} version ${amendmentOf.version}`,
  });
}

/** A published version as a GeoPackage in RD New: what anybody may see of it, and nothing else. */
export function scenarioGeoPackage(scenario: PublishedScenario): Uint8Array<ArrayBuffer> {
  const tables = [
    areaTable(scenario),
    measureTable(scenario.measures),
    sideTable(scenario),
    ...(scenario.buildings.length > 0 ? [buildingTable(scenario)] : []),
    figureTable(scenario.figures, scenario.years),
    metadataOf(scenario),
  ];
  return geoPackage(tables, scenario.publishedAt);
}
