import type { Area } from '#contract/area.ts';
import type { Shown } from '#contract/vacancy.ts';
import { isoOf, OPEN_DAY } from '#figures/calendar.ts';
import { columnOf } from '#figures/stock-frame.ts';
import { AREA_KIND_TERMS } from '#vocabulary/area-kind.ts';
import { DURATIONS } from '#vocabulary/duration.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import { STATUSES, type StatusCode } from '#vocabulary/status.ts';
import type { CellFigure } from './cell.ts';
import type { Explore } from './explore.ts';
import type { Figure } from './figure.ts';
import type { Front } from './front.ts';
import type { PremisesFrame, PremisesPoint } from './premises-frame.ts';
import { stockFor } from './stock.ts';
import { type StreetSideFigure, shownStreetSides } from './street-side.ts';
import type { ColumnFormat, ColumnName, Table, TableColumn, TableSubject } from './table.ts';
import { yearChange } from './trend.ts';

/** Something with a figure. */
interface Figured {
  figure: Figure | undefined;
}

/** A floor area that is missing: unknown where premises were observed, else not observed. */
const areaValue = (value: Shown, figure: Figure | undefined): Shown | 'unknown' =>
  value === null && figure !== undefined && figure.observed !== null ? 'unknown' : value;

/** Columns of everything that has a figure. */
function figureColumns<Row extends Figured>(): TableColumn<Row>[] {
  const count = (name: 'observed' | 'vacant' | 'areaKnown'): TableColumn<Row> => ({
    name,
    format: 'count',
    value: ({ figure }) => figure?.[name] ?? null,
  });
  const area = (name: 'observedArea' | 'vacantArea'): TableColumn<Row> => ({
    name,
    format: 'square-metres',
    value: ({ figure }) => areaValue(figure?.[name] ?? null, figure),
  });
  return [
    { name: 'rate', format: 'rate', value: ({ figure }) => figure?.rate ?? null },
    count('vacant'),
    count('observed'),
    {
      name: 'floorAreaRate',
      format: 'rate',
      value: ({ figure }) => areaValue(figure?.floorAreaRate ?? null, figure),
    },
    area('vacantArea'),
    area('observedArea'),
  ];
}

/** A row of the table of areas. */
export interface AreaRow extends Figured {
  area: Area;
}

/** Areas of the chosen kind with their figures, by name. */
export function areaTable(explore: Explore): Table<AreaRow> {
  const { language } = explore.wording;
  const names = new Intl.Collator(language);
  const rows = explore.shownAreas
    .map(area => ({ area, figure: explore.figure(area.id) }))
    .sort((a, b) => names.compare(a.area.name, b.area.name) || (a.area.id < b.area.id ? -1 : 1));
  return {
    subject: 'areas',
    rows,
    columns: [
      { name: 'area', format: 'text', value: ({ area }) => area.name },
      {
        name: 'kind',
        format: 'text',
        value: ({ area }) => AREA_KIND_TERMS.find(({ code }) => code === area.kind)?.[language] ?? area.kind,
      },
      ...figureColumns<AreaRow>(),
      {
        name: 'change',
        format: 'points',
        value: ({ area }) => {
          const change = yearChange(explore, area.id);
          return 'points' in change ? change.points : 'not-compared';
        },
      },
    ],
    idOf: ({ area }) => area.id,
    selectionOf: ({ area }) => ({ kind: 'area', id: area.id }),
  };
}

/** Name that CBS gives a square: its south-west corner in units of 100 m RD. */
export function cellName({ x, y }: Pick<CellFigure, 'x' | 'y'>): string {
  const part = (metres: number) => String(Math.floor(metres / 100)).padStart(4, '0');
  return `E${part(x)}N${part(y)}`;
}

/** CBS squares with their figures, as the map has them. */
export function cellTable(explore: Explore): Table<CellFigure> {
  return {
    subject: 'cells',
    rows: explore.cellFigures,
    columns: [{ name: 'cell', format: 'text', value: cellName }, ...figureColumns<CellFigure>()],
    idOf: ({ id }) => id,
    selectionOf: ({ id }) => ({ kind: 'cell', id }),
  };
}

/** Sides of streets, as the map has them. Choosing one chooses the area that it lies in. */
export function streetTable(explore: Explore): Table<StreetSideFigure> {
  const { say } = explore.wording;
  const names = new Map(explore.areas.value?.areas.map(({ id, name }) => [id, name]));
  const frontColumn = (
    name: ColumnName,
    format: ColumnFormat,
    of: (front: Front) => Shown,
  ): TableColumn<StreetSideFigure> => ({
    name,
    format,
    value: ({ side, figure }) => {
      const front = explore.front(side.id);
      return areaValue(front ? of(front) : null, figure);
    },
  });
  return {
    subject: 'streets',
    rows: shownStreetSides(explore),
    columns: [
      { name: 'street', format: 'text', value: ({ side }) => side.street },
      { name: 'side', format: 'text', value: ({ side }) => say.streetSides[side.side] },
      { name: 'streetArea', format: 'text', value: ({ side }) => names.get(side.area) ?? '' },
      ...figureColumns<StreetSideFigure>(),
      frontColumn('front', 'metres', front => front.observed),
      frontColumn('vacantFront', 'metres', front => front.vacant),
      frontColumn('frontRate', 'rate', front => front.rate),
    ],
    idOf: ({ side }) => side.id,
    selectionOf: ({ side }) => ({ kind: 'area', id: side.area }),
  };
}

/** Rows of the frame's spells, by index of the premises; made once per frame. */
const spellRows = new WeakMap<PremisesFrame, Map<number, number[]>>();

function spellsOf(frame: PremisesFrame): Map<number, number[]> {
  const known = spellRows.get(frame);
  if (known) return known;
  const rows = new Map<number, number[]>();
  columnOf(frame, 'spellPremises').forEach((premises, row) => {
    const list = rows.get(premises) ?? [];
    list.push(row);
    rows.set(premises, list);
  });
  spellRows.set(frame, rows);
  return rows;
}

/** Between which days a premises became vacant, for the spell that a date lies in; an open earliest is null. */
export function sinceOf(
  frame: PremisesFrame,
  premises: number,
  date: number,
): { earliest: string | null; latest: string } | undefined {
  const [first, last] = [columnOf(frame, 'spellFirst'), columnOf(frame, 'spellLast')];
  const row = spellsOf(frame)
    .get(premises)
    ?.find(at => first[at]! <= date && date <= last[at]!);
  if (row === undefined) return undefined;
  const earliest = columnOf(frame, 'spellEarliest')[row]!;
  const latest = columnOf(frame, 'spellLatest')[row]!;
  return { earliest: earliest === OPEN_DAY ? null : isoOf(earliest), latest: isoOf(latest) };
}

/** Words for since when, as the story of a premises has them. */
function sinceWords(explore: Explore, frame: PremisesFrame, point: PremisesPoint, date: number): string {
  const { say, write } = explore.wording;
  const since = point.vacant ? sinceOf(frame, point.index, date) : undefined;
  if (since === undefined) return '';
  const { earliest, latest } = since;
  if (earliest === null) return say.sinceAtLatest(write.date(latest));
  return earliest === latest
    ? say.sinceExactly(write.date(latest))
    : say.sinceBetween(write.date(earliest), write.date(latest));
}

/** Number of a column per premises; -1 is unknown. */
const known = (value: number): number | 'unknown' => (value < 0 ? 'unknown' : value);

/** Statuses as a planner wants to find them: what is empty first, what nobody saw last. */
const STATUS_ORDER: readonly StatusCode[] = [
  'vacant',
  'partly-vacant',
  'announced-vacant',
  'temporary-use',
  'under-renovation',
  'in-use',
  'unknown',
  'not-observed',
];

/** Single premises on the chosen date; planners only. */
export function premisesTable(explore: Explore): Table<PremisesPoint> | undefined {
  const { language } = explore.wording;
  const frame = explore.premisesFrame.value;
  if (frame === undefined) return undefined;
  const stock = stockFor(frame);
  const date = frame.header.referenceDates.indexOf(explore.referenceDate ?? '');
  const slot = ({ index }: PremisesPoint) => index * stock.dates + date;
  const word = (terms: readonly { code: string; nl: string; en: string }[], code: string | undefined) =>
    terms.find(term => term.code === code)?.[language] ?? '';
  return {
    subject: 'premises',
    rows: explore.premisesPoints,
    columns: [
      { name: 'premises', format: 'text', value: ({ label, id }) => label || id },
      { name: 'function', format: 'text', value: point => word(FUNCTIONS, point.function) },
      {
        name: 'status',
        format: 'text',
        value: point => word(STATUSES, point.status),
        rank: ({ status }) => STATUS_ORDER.indexOf(status),
      },
      { name: 'since', format: 'text', value: point => sinceWords(explore, frame, point, date) },
      {
        name: 'duration',
        format: 'text',
        value: point => DURATIONS[stock.durations[slot(point)]! - 1]?.[language] ?? '',
      },
      { name: 'floorArea', format: 'square-metres', value: point => known(stock.floorAreas[slot(point)]!) },
      {
        name: 'buildYear',
        format: 'year',
        value: ({ index }) => known(columnOf(frame, 'buildYear')[index]!),
      },
    ],
    idOf: ({ id }) => id,
    selectionOf: ({ id }) => ({ kind: 'premises', id }),
  };
}

/** What the chosen reading draws, besides the areas. */
export function drawnSubject(explore: Explore): Exclude<TableSubject, 'areas'> {
  const { reading, planner } = explore;
  if (reading === 'streets') return 'streets';
  if (reading === 'premises' || (reading === 'concentration' && planner)) return 'premises';
  return 'cells';
}

/** The table that the reader asked for; undefined until its data are there. */
export function tableOf(explore: Explore): Table<never> | undefined {
  if (explore.view.value.rows === 'areas') return areaTable(explore) as Table<never>;
  const subject = drawnSubject(explore);
  if (subject === 'premises') return premisesTable(explore) as Table<never> | undefined;
  return (subject === 'streets' ? streetTable(explore) : cellTable(explore)) as Table<never>;
}
