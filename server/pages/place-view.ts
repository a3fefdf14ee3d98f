import type { Database, Session } from '../../geodata/database/database.ts';
import { comparableLines, methodBreaks, yearEarlier } from '../../geodata/figures/comparison.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { AREA_KIND_TERMS } from '../../geodata/vocabulary/area-kind.ts';
import { FUNCTION_CODES, type FunctionCode, type FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { AreaDetail } from '../contract/area.ts';
import type { Municipality } from '../contract/municipality.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { Series } from '../contract/series.ts';
import type { VacancyFigure } from '../contract/vacancy.ts';
import { accessesOf } from '../policy/access.ts';
import { areaById, areas } from '../queries/area.ts';
import { cells } from '../queries/cell.ts';
import { datasets } from '../queries/dataset.ts';
import { boxInRd, ground, mapBox } from '../queries/ground.ts';
import { municipalities } from '../queries/municipality.ts';
import { outlines, publishedSeriesOf, publishedTallies } from '../queries/place.ts';
import { seriesOf } from '../queries/series.ts';
import { streetSides } from '../queries/street-side.ts';
import { areaTallies, type TallyRow } from '../queries/vacancy.ts';
import { isSeen, viewFigures, viewSquares } from './view-figures.ts';

/** What somebody wants to see of a place; null takes what fits. */
export interface PlaceQuery {
  /** Id of an area, or code of a municipality. */
  place: string;
  series: string | null;
  referenceDate: string | null;
  function: FunctionScope;
}

/** Metres along a square. */
const SQUARE = 500;

const POLICY_ZONES = new Set(AREA_KIND_TERMS.filter(term => term.policyZone).map(term => term.code));

type Found = { municipality: Municipality; area: AreaDetail | null };

async function foundPlace(session: Session, place: string): Promise<Found | undefined> {
  const known = await municipalities(session);
  const whole = known.find(({ code }) => code === place);
  if (whole) return { municipality: whole, area: null };
  const area = await areaById(session, place);
  const municipality = known.find(({ code }) => code === area?.municipality);
  return area && municipality && { municipality, area };
}

/** The series that was asked for, else the first with figures of the place, else the first of all. */
async function chosenSeries(session: Session, found: Found, query: PlaceQuery): Promise<Series | undefined> {
  const open = await seriesOf(session, found.municipality.code, accessesOf('visitor'));
  const dated = open.filter(({ referenceDates }) => referenceDates.length > 0);
  if (query.series !== null) return dated.find(({ id }) => id === query.series);
  const [first] = await publishedSeriesOf(session, query.place);
  return dated.find(({ id }) => id === first) ?? dated[0];
}

/** Index of the date that was asked for, else of the last with anything seen, else of the last. */
function chosenDate(
  history: readonly VacancyFigure[],
  dates: readonly string[],
  asked: string | null,
): number {
  if (asked !== null) return dates.indexOf(asked);
  const seen = history.findLastIndex(isSeen);
  return seen < 0 ? dates.length - 1 : seen;
}

function yearOf(
  history: readonly VacancyFigure[],
  series: Series,
  on: string,
  { scope, seen }: { scope: FunctionScope; seen: readonly FunctionCode[] },
): PlaceView['year'] {
  const earlier = yearEarlier(series, on, scope, seen);
  if ('reason' in earlier) return earlier;
  const rate = (date: string) => history.find(({ referenceDate }) => referenceDate === date)?.rate;
  const [now, before] = [rate(on), rate(earlier.date)];
  if (typeof now !== 'number' || typeof before !== 'number') return { reason: 'no-number' };
  return { points: now - before, since: earlier.date };
}

/** Figures of a place in one function, from its published tallies. */
function figuresOf(rows: readonly TallyRow[], series: Series, query: PlaceQuery) {
  const dates = series.referenceDates.map(({ date }) => date);
  const scope = query.function;
  const functions = rows.map(row => row.function).filter(code => code !== 'all');
  const seen = functions.length === 0 ? FUNCTION_CODES : functions;
  const row = rows.find(each => each.function === scope);
  const history = row === undefined ? [] : viewFigures(row.tally, dates, scope);
  const at = chosenDate(history, dates, query.referenceDate);
  const referenceDate = dates[at];
  if (referenceDate === undefined) return undefined;
  const figure = history[at];
  const of = { part: 'vacant', whole: 'observed' } as const;
  const lines = row ? comparableLines(unpackInt32(row.tally), series, of, { scope, seen }) : [];
  return {
    at,
    referenceDate,
    latest: history.slice(at + 1).every(later => !isSeen(later)),
    history,
    figure: isSeen(figure) ? figure : null,
    functions: rows
      .filter(({ function: code }) => code !== 'all')
      .map(({ tally, function: code }) => viewFigures(tally, dates, code)[at]!)
      .filter(isSeen),
    trend: { lines, breaks: methodBreaks(series) },
    year: yearOf(history, series, referenceDate, { scope, seen }),
  };
}

type Around = { found: Found; series: Series; at: number; scope: FunctionScope };

/** Figures of other places on the date, by id. */
async function figuresAround(session: Session, { series, at, scope }: Around, places: readonly string[]) {
  const rows = await publishedTallies(session, { series: series.id, scope, places });
  const dates = series.referenceDates.map(({ date }) => date);
  return (place: string): VacancyFigure | null => {
    const row = rows.find(({ area }) => area === place);
    const figure = row && viewFigures(row.tally, dates, scope)[at];
    return isSeen(figure) ? figure : null;
  };
}

async function aroundOf(session: Session, around: Around) {
  const { found, series, at, scope } = around;
  const { code } = found.municipality;
  const { area } = found;
  const listed = area === null ? await areas(session, code) : [area];
  const shown = listed.filter(({ kind, id }) => id === area?.id || !POLICY_ZONES.has(kind));
  const drawn = (await streetSides(session, code, area?.id)).filter(({ geometry }) => geometry !== null);
  const outlineOf = await outlines(session, code);
  const figureOf = await figuresAround(
    session,
    around,
    [...shown, ...drawn].map(({ id }) => id),
  );
  const columns = await cells(session, 'published', { series: series.id, size: SQUARE, scope });
  // A municipality without areas is shown as far as it reaches.
  const places = shown.length > 0 ? shown : [found.municipality];
  const box = mapBox(places.map(({ bbox }) => boxInRd(bbox)));
  const [west, south, east, north] = box;
  const touches = ({ x, y }: { x: number; y: number }) =>
    x < east && x + SQUARE > west && y < north && y + SQUARE > south;
  return {
    areas: shown.map(each => ({ area: each, outline: outlineOf.get(each.id)!, figure: figureOf(each.id) })),
    sides: drawn.map(side => ({ side, figure: figureOf(side.id) })),
    squares: viewSquares(columns, series.referenceDates.length, at).filter(touches),
    ground: await ground(session, box, {
      municipality: code,
      buildings: area === null ? 'none' : 'inside',
      detail: area === null ? 'municipality' : 'area',
    }),
    datasets: await datasets(session, code),
  };
}

async function readView(session: Session, query: PlaceQuery): Promise<PlaceView | undefined> {
  const found = await foundPlace(session, query.place);
  const series = found && (await chosenSeries(session, found, query));
  if (found === undefined || series === undefined) return undefined;
  const rows = await areaTallies(session, 'published', {
    area: query.place,
    series: series.id,
    scope: undefined,
  });
  const figures = figuresOf(rows, series, query);
  if (figures === undefined) return undefined;
  const { at, ...rest } = figures;
  const around = await aroundOf(session, { found, series, at, scope: query.function });
  const { revision } = found.municipality;
  return { revision, ...found, series, function: query.function, ...rest, ...around };
}

/**
 * Everything that a page about a place shows, as visitors may see it, at one revision: an import that lands meanwhile
 * is not seen in part.
 * @returns undefined when there is no such place, no series that everybody may see, or no such date in it
 */
export function placeView(database: Database, query: PlaceQuery): Promise<PlaceView | undefined> {
  return database.transaction(session => readView(session, query), { role: 'visitor', snapshot: true });
}
