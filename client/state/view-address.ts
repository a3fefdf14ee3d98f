import { AREA_KINDS } from '#vocabulary/area-kind.ts';
import { DURATION_CODES } from '#vocabulary/duration.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { STATUS_CODES } from '#vocabulary/status.ts';
import { isLanguage } from '../text/language.ts';
import {
  type Between,
  type Camera,
  PLAIN_VIEW,
  type PlannerFilter,
  READINGS,
  SELECTION_KINDS,
  type Selection,
  type View,
} from './view.ts';

/** One of the words, else the fallback: a mistyped address still opens. */
function oneOf<T extends string>(words: readonly T[], given: string | null, fallback: T): T {
  return words.find(word => word === given) ?? fallback;
}

/** `zoom/latitude/longitude`, as people know it from other maps. Null when it is no place on earth. */
function readCamera(text: string | null): Camera | null {
  const [zoom, latitude, longitude] = (text ?? '').split('/').map(Number);
  if (zoom === undefined || latitude === undefined || longitude === undefined) return null;
  const possible = zoom >= 0 && zoom <= 22 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return possible ? { zoom, latitude, longitude } : null;
}

/** Five decimals are a metre: enough to come back to the same street. */
function writeCamera({ zoom, latitude, longitude }: Camera): string {
  return `${zoom.toFixed(2)}/${latitude.toFixed(5)}/${longitude.toFixed(5)}`;
}

function readSelection(query: URLSearchParams): Selection | null {
  const kind = SELECTION_KINDS.find(name => query.get(name));
  return kind === undefined ? null : { kind, id: query.get(kind) ?? '' };
}

/** The words of a list that we know, in our order. */
function someOf<T extends string>(words: readonly T[], given: string | null): T[] {
  const asked = (given ?? '').split(',');
  return words.filter(word => asked.includes(word));
}

/** `100-250`, `100-`, `-250`: from and up to. */
function readBetween(text: string | null): Between {
  const found = /^(\d{1,6})?-(\d{1,6})?$/.exec(text ?? '');
  const bound = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return [bound(found?.[1]), bound(found?.[2])];
}

function writeBetween([least, most]: Between): string | null {
  return least === null && most === null ? null : `${least ?? ''}-${most ?? ''}`;
}

const writeList = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(','));

function readFilter(query: URLSearchParams): PlannerFilter {
  return {
    statuses: someOf(STATUS_CODES, query.get('status')),
    durations: someOf(DURATION_CODES, query.get('duration')),
    floorArea: readBetween(query.get('floor-area')),
    buildYear: readBetween(query.get('build-year')),
  };
}

/** What an address asks to see. Unknown words fall back to the plain view, unknown parameters are ignored. */
export function readView(search: string): View {
  const query = new URLSearchParams(search);
  const language = query.get('language');
  const theme = query.get('theme');
  return {
    municipality: query.get('municipality'),
    camera: readCamera(query.get('map')),
    series: query.get('series'),
    referenceDate: query.get('date'),
    function: oneOf(['all', ...FUNCTION_CODES], query.get('function'), 'all'),
    areaKind: AREA_KINDS.find(kind => kind === query.get('kind')) ?? null,
    filter: readFilter(query),
    since: query.get('since'),
    reading: oneOf(READINGS, query.get('reading'), PLAIN_VIEW.reading),
    selection: readSelection(query),
    measure: oneOf(['count', 'floor-area'], query.get('measure'), 'count'),
    display: oneOf(['map', 'table'], query.get('show'), 'map'),
    rows: oneOf(['areas', 'drawn'], query.get('rows'), 'areas'),
    tab: oneOf(['map', 'list'], query.get('tab'), 'map'),
    language: isLanguage(language) ? language : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
}

/** The address of a view: only what differs from the plain view, in a fixed order, so that equal views are equal text. */
export function writeView(view: View): string {
  const parts: [string, string | null][] = [
    ['municipality', view.municipality],
    ['series', view.series],
    ['date', view.referenceDate],
    ['function', view.function === PLAIN_VIEW.function ? null : view.function],
    ['kind', view.areaKind],
    ['status', writeList(view.filter.statuses)],
    ['duration', writeList(view.filter.durations)],
    ['floor-area', writeBetween(view.filter.floorArea)],
    ['build-year', writeBetween(view.filter.buildYear)],
    ['since', view.since],
    ['reading', view.reading === PLAIN_VIEW.reading ? null : view.reading],
    ['measure', view.measure === PLAIN_VIEW.measure ? null : view.measure],
    [view.selection?.kind ?? 'area', view.selection?.id ?? null],
    ['show', view.display === PLAIN_VIEW.display ? null : view.display],
    ['rows', view.rows === PLAIN_VIEW.rows ? null : view.rows],
    ['tab', view.tab === PLAIN_VIEW.tab ? null : view.tab],
    ['language', view.language],
    ['theme', view.theme],
    ['map', view.camera && writeCamera(view.camera)],
  ];
  const given = parts.filter((part): part is [string, string] => part[1] !== null);
  // Slashes and colons may stand in a query; they are easier to read as they are.
  const text = new URLSearchParams(given)
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
