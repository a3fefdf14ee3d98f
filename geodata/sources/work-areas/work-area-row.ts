import { columnNames, findColumn, numberOf, textOf } from '../../formats/column-name.ts';
import type { VectorFeature } from '../../formats/vector-feature.ts';

/**
 * Columns of both generations of IBIS and of provincial copies. The older ones give square metres as text and the year in
 * which the area was begun; those since about 2022 give hectares and the year of the figures.
 */
export const WORK_AREA_COLUMNS = {
  rin: ['RIN_NUMMER', 'RINNUMMER', 'RIN'],
  name: ['PLAN_NAAM', 'BEDRIJVENT', 'PLANNAAM', 'NAAM'],
  place: ['KERN_NAAM', 'KERN'],
  codes: ['GEM_CODES', 'GEM_CODE_CBS', 'GEM_CODE', 'GEMCODE'],
  year: ['JAAR', 'PEILJAAR'],
  type: ['WLOC_TYPE', 'WERKLOCATIE_TYPE_CODE', 'BEDR_TYPE'],
  grossHectares: ['HA_BRUTO', 'BRUTO_HA'],
  netHectares: ['HA_NETTO', 'NETTO_HA'],
  availableHectares: ['HA_TOTTUIT', 'HA_UITGEEFBAAR'],
  grossMetres: ['OPPBRUTO', 'OPP_BRUTO', 'BRUTO_OPP'],
  netMetres: ['OPPNETTO', 'OPP_NETTO', 'NETTO_OPP', 'AFGESPR_NETTO_OPP'],
} as const;

/** What a column of such a file can be. */
export type WorkAreaColumn = keyof typeof WORK_AREA_COLUMNS;

/** Square metres of a hectare. */
const HECTARE = 10_000;

/** One polygon of a file of work areas. */
export interface WorkAreaRow {
  feature: VectorFeature;
  /** What makes polygons one area: RIN number, else name and place; null without either. */
  key: string | null;
  rin: string | null;
  name: string | null;
  place: string | null;
  /** `GM1742`, ...; empty where none is given (`GM0000` is none). */
  municipalities: string[];
  /** Of the figures; null where the file does not give it. */
  year: number | null;
  /** As the file has it (`1990`, `v1900` for before 1900): when the area was begun; null where not given. */
  begun: string | null;
  type: string | null;
  /** Hectares; null: not known. */
  grossHectares: number | null;
  netHectares: number | null;
  availableHectares: number | null;
}

/** Columns of a file by what they are. */
export function workAreaColumns(features: readonly VectorFeature[]): Partial<Record<WorkAreaColumn, string>> {
  const names = columnNames(features);
  const found = Object.entries(WORK_AREA_COLUMNS).map(([field, wanted]) => [
    field,
    findColumn(names, wanted),
  ]);
  return Object.fromEntries(found.filter(([, column]) => column !== undefined));
}

/** Whether a file is of work areas: nothing else has RIN numbers, and a name beside them. */
export function isOfWorkAreas(features: readonly VectorFeature[]): boolean {
  const { rin, name } = workAreaColumns(features);
  return rin !== undefined && name !== undefined;
}

/** Codes in a cell: `GM1742`, `1742`, several with anything between them. Without one that is real: none. */
function codesOf(value: unknown): string[] {
  const text = textOf(value) ?? '';
  const codes = Array.from(text.matchAll(/(?:GM)?(\d{4})/gi), ([, digits]) => `GM${digits}`);
  return codes.filter(code => code !== 'GM0000');
}

/** An area in hectares; nothing and less is not known. */
const positive = (value: number | null): number | null => (value === null || value <= 0 ? null : value);

/** The rows of a file; both generations look the same from here on. */
export function workAreaRows(features: readonly VectorFeature[]): WorkAreaRow[] {
  const columns = workAreaColumns(features);
  // Where figures are hectares the year is that of the figures, in older files that of the beginning.
  const ofFigures = columns.grossHectares !== undefined || columns.netHectares !== undefined;
  return features.map((feature): WorkAreaRow => {
    const cell = (column: WorkAreaColumn): unknown => {
      const name = columns[column];
      return name === undefined ? undefined : feature.properties[name];
    };
    const hectares = (direct: WorkAreaColumn, metres?: WorkAreaColumn): number | null => {
      const stated = positive(numberOf(cell(direct)));
      const measured = metres === undefined ? null : positive(numberOf(cell(metres)));
      return stated ?? (measured === null ? null : measured / HECTARE);
    };
    const [rin, name, place] = [textOf(cell('rin')), textOf(cell('name')), textOf(cell('place'))];
    return {
      feature,
      key:
        rin !== null
          ? `rin ${rin}`
          : name === null
            ? null
            : `name ${name.toLowerCase()} ${(place ?? '').toLowerCase()}`,
      rin,
      name,
      place,
      municipalities: codesOf(cell('codes')),
      year: ofFigures ? numberOf(cell('year')) : null,
      begun: ofFigures ? null : textOf(cell('year')),
      type: textOf(cell('type')),
      grossHectares: hectares('grossHectares', 'grossMetres'),
      netHectares: hectares('netHectares', 'netMetres'),
      availableHectares: hectares('availableHectares'),
    };
  });
}
