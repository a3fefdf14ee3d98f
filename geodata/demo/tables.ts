import { lineEwkb, multiLineEwkb, multiPolygonEwkb, pointEwkb, polygonEwkb } from '../geometry/ewkb.ts';
import { rdToWebMercator } from '../geometry/rd.ts';
import type { KindCount } from '../import/context.ts';
import type { BaseGeometry, Polygon, Position, Town } from './town.ts';

/** Rows of one table as COPY takes them; made when they are asked for. */
export interface TableRows {
  name: string;
  columns: readonly string[];
  rows: () => Iterable<readonly unknown[]>;
}

const RD = 28992;
const MERCATOR = 3857;

const project = (positions: readonly Position[]): Position[] => positions.map(rdToWebMercator);
const projectPolygon = (polygon: Polygon): Polygon => polygon.map(project);

/** Both geometries of an area or a building: RD, and Web Mercator for tiles. */
const bothPolygons = (polygons: readonly Polygon[]): [string, string] => [
  multiPolygonEwkb(RD, polygons),
  multiPolygonEwkb(MERCATOR, polygons.map(projectPolygon)),
];

function baseGeometry(geometry: BaseGeometry): string {
  switch (geometry.kind) {
    case 'point':
      return pointEwkb(MERCATOR, rdToWebMercator(geometry.position));
    case 'line':
      return lineEwkb(MERCATOR, project(geometry.positions));
    default:
      return polygonEwkb(MERCATOR, projectPolygon(geometry.polygon));
  }
}

const table = <Row>(
  name: string,
  columns: string,
  list: readonly Row[],
  values: (row: Row) => readonly unknown[],
): TableRows => ({
  name,
  columns: columns.split(' '),
  rows: function* () {
    for (const row of list) yield values(row);
  },
});

/** A JSON list must come as text, or it would become a PostgreSQL array. */
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

function catalogue(
  { municipality, dataset }: Town,
  madeBy: string,
  counts: Record<string, KindCount>,
): TableRows[] {
  const { code, name, boundary, extent } = municipality;
  const total = Object.values(counts).reduce((sum, { loaded }) => sum + loaded, 0);
  return [
    table('municipality', 'code name provisional fictional boundary extent', [municipality], () => [
      code,
      name,
      false,
      true,
      multiPolygonEwkb(RD, boundary),
      polygonEwkb(RD, extent),
    ]),
    table(
      'dataset',
      'id municipality source title owner licence attribution reference_date imported_by revision read_count loaded_count rejected_count counts',
      [dataset],
      id => [
        id,
        code,
        'demo',
        'Markerwaard, een verzonnen gemeente',
        'Kernkaart',
        'CC0 1.0',
        'Markerwaard bestaat niet: alles is verzonnen',
        '2026-10-01',
        madeBy,
        0,
        total,
        total,
        0,
        json(counts),
      ],
    ),
  ];
}

function places({
  municipality,
  dataset,
  areas,
  buildings,
  addresses,
  streets,
  baseFeatures,
}: Town): TableRows[] {
  const { code } = municipality;
  return [
    table(
      'area',
      'id municipality kind name geom geom_3857 ranges deciding_body decision decision_date dataset',
      areas,
      area => [
        area.id,
        code,
        area.kind,
        area.name,
        ...bothPolygons(area.geom),
        json(area.ranges),
        area.decidingBody,
        area.decision,
        area.decisionDate,
        dataset,
      ],
    ),
    table('building', 'id municipality build_year use geom geom_3857 dataset', buildings, building => [
      building.id,
      code,
      building.buildYear,
      building.use,
      ...bothPolygons([building.geom]),
      dataset,
    ]),
    table(
      'address',
      'id municipality street number letter postcode place label search point dataset',
      addresses,
      ({ id, street, number, letter, postcode, place, label, search, point }) => [
        id,
        code,
        street,
        number,
        letter,
        postcode,
        place,
        label,
        search,
        pointEwkb(RD, point),
        dataset,
      ],
    ),
    table('street', 'id municipality name place search geom dataset', streets, street => [
      street.id,
      code,
      street.name,
      street.place,
      street.search,
      multiLineEwkb(RD, street.geom),
      dataset,
    ]),
    table(
      'base_feature',
      'municipality layer class name bridge min_zoom geom_3857 dataset',
      baseFeatures,
      feature => [
        code,
        feature.layer,
        feature.featureClass,
        feature.name,
        feature.bridge,
        feature.minZoom,
        baseGeometry(feature.geometry),
        dataset,
      ],
    ),
  ];
}

function premises({ municipality, dataset, premises: list, periods, successors }: Town): TableRows[] {
  return [
    table('premises', 'id municipality address name point point_3857 dataset', list, row => [
      row.id,
      municipality.code,
      row.address,
      row.name,
      pointEwkb(RD, row.point),
      pointEwkb(MERCATOR, rdToWebMercator(row.point)),
      dataset,
    ]),
    table('premises_building', 'premises building', list, ({ id, building }) => [id, building]),
    table(
      'premises_period',
      'premises from_date until_date function purposes allowed_function floor_area storey',
      periods,
      row => [
        row.premises,
        row.from,
        row.until,
        row.function,
        row.purposes,
        row.allowedFunction,
        row.floorArea,
        row.storey,
      ],
    ),
    table('premises_successor', 'premises successor on_date', successors, row => [
      row.premises,
      row.successor,
      row.onDate,
    ]),
  ];
}

function evidence({
  municipality,
  dataset,
  series,
  referenceDates,
  coverage,
  retailUnits,
}: Town): TableRows[] {
  const { code } = municipality;
  return [
    table(
      'series',
      'id municipality evidence kind name_nl name_en definition_nl definition_en source rhythm_months access profile profile_decision reliability rank dataset',
      series,
      row => [
        row.id,
        code,
        row.evidence,
        row.kind,
        row.name.nl,
        row.name.en,
        row.definition.nl,
        row.definition.en,
        row.source,
        row.rhythmMonths,
        row.access,
        row.profile,
        row.profileDecision,
        row.reliability,
        row.rank,
        dataset,
      ],
    ),
    table('reference_date', 'series date method_version', referenceDates, row => [
      row.series,
      row.date,
      row.methodVersion,
    ]),
    table('coverage', 'series reference_date geom ranges functions least_floor_area', coverage, row => [
      row.series,
      row.date,
      row.geom === null ? null : multiPolygonEwkb(RD, row.geom),
      json(row.ranges),
      row.functions,
      row.leastFloorArea,
    ]),
    table('retail_unit', 'id municipality series name sales_floor_area', retailUnits, row => [
      row.id,
      code,
      row.series,
      row.name,
      row.salesFloorArea,
    ]),
    table(
      'retail_unit_premises',
      'retail_unit premises',
      retailUnits.flatMap(unit => unit.premises.map(id => [unit.id, id])),
      row => row,
    ),
  ];
}

/** Who writes down what each series says. */
const RECORDED_BY = 'Gemeente Markerwaard (fictief)';

function observations({ observations: list }: Town): TableRows {
  return table(
    'observation',
    'premises series reference_date status vacant_floor_area storey since_earliest since_latest reliability remark recorded_by',
    list,
    row => [
      row.premises,
      row.series,
      row.date,
      row.status,
      row.vacantFloorArea,
      row.storey,
      row.sinceEarliest,
      row.sinceLatest,
      row.reliability,
      row.remark,
      RECORDED_BY,
    ],
  );
}

/** All tables of the town in an order that keeps every foreign key. */
export function tablesOf(town: Town, madeBy: string, counts: Record<string, KindCount>): TableRows[] {
  return [
    ...catalogue(town, madeBy, counts),
    ...places(town),
    ...premises(town),
    ...evidence(town),
    observations(town),
  ];
}
