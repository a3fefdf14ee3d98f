import { FUNCTION_CODES } from '#vocabulary/function.ts';
import {
  differing,
  EMBED_SHOWS,
  type EmbedChoice,
  type EmbedField,
  MAP_INTERACTIONS,
  MAP_READINGS,
  PLAIN_EMBED,
} from './embed-choice.ts';

/** Names in the address; language and theme of the map are not those of the screen. */
const NAMES: Readonly<Record<EmbedField, string>> = {
  show: 'show',
  area: 'area',
  scenario: 'scenario',
  version: 'version',
  view: 'view',
  title: 'title',
  language: 'map-language',
  theme: 'map-theme',
  height: 'height',
  table: 'table',
  series: 'series',
  referenceDate: 'date',
  function: 'function',
  reading: 'reading',
  legend: 'legend',
  search: 'search',
  interaction: 'interaction',
};

/** Reads one setting; undefined: it says nothing that we know. */
type Read<T> = (text: string) => T | undefined;

const oneOf =
  <T extends string>(words: readonly T[]): Read<T> =>
  text =>
    words.find(word => word === text);
/** Nothing behind the `=` means null. */
const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  text =>
    text === '' ? null : read(text);
const matching =
  (pattern: RegExp): Read<string> =>
  text =>
    pattern.test(text) ? text : undefined;
const between =
  (least: number, most: number): Read<number> =>
  text => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
const yesOrNo: Read<boolean> = text => ({ yes: true, no: false })[text];
const id = orNull(matching(/^[A-Za-z0-9._:-]{1,80}$/));

const READERS: { readonly [Field in EmbedField]: Read<EmbedChoice[Field]> } = {
  show: oneOf(EMBED_SHOWS),
  area: id,
  scenario: id,
  version: orNull(between(1, 100_000)),
  view: oneOf(['difference', 'swipe']),
  title: text => text.trim().slice(0, 120) || null,
  language: oneOf(['nl', 'en']),
  theme: oneOf(['device', 'light', 'dark']),
  height: orNull(between(200, 2000)),
  table: yesOrNo,
  series: id,
  referenceDate: orNull(matching(/^\d{4}-\d{2}-\d{2}$/)),
  function: oneOf(['all', ...FUNCTION_CODES]),
  reading: orNull(oneOf(MAP_READINGS)),
  legend: yesOrNo,
  search: yesOrNo,
  interaction: oneOf(MAP_INTERACTIONS),
};

/**
 * What the query of an address chooses, on top of what it starts from. A mistyped setting is as good as none.
 * @param base a stored embed, or {@link PLAIN_EMBED}
 */
export function readEmbedChoice(search: string, base: EmbedChoice = PLAIN_EMBED): EmbedChoice {
  const query = new URLSearchParams(search);
  const given = (Object.keys(NAMES) as EmbedField[]).flatMap(field => {
    const text = query.get(NAMES[field]);
    const value = text === null ? undefined : READERS[field](text);
    return value === undefined ? [] : [[field, value] as const];
  });
  const choice: EmbedChoice = { ...base, ...Object.fromEntries(given) };
  // `/embed?scenario=…` says enough.
  return choice.scenario !== null && !query.has(NAMES.show) && base.scenario === null
    ? { ...choice, show: 'scenario' }
    : choice;
}

const written = (value: EmbedChoice[EmbedField]): string => {
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

/**
 * The query of a choice, after another query: what is not ours in it stays. Only what differs from where it started
 * is written. Empty, or with its `?`.
 */
export function writeEmbedChoice(choice: EmbedChoice, base: EmbedChoice, search: string): string {
  const query = new URLSearchParams(search);
  for (const name of Object.values(NAMES)) query.delete(name);
  for (const field of differing(choice, base)) query.set(NAMES[field], written(choice[field]));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
