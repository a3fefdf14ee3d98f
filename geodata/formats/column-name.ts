/**
 * A column's name as it is compared: lower case, letters and digits only. Publishers write the same column as
 * `GEM_CODES`, `gem_codes` and `GemCodes`, and StatLine ends names with a number that differs per edition (`Woningvoorraad_35`).
 */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/_\d+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The column among `names` that is one of `wanted`, the first wanted first; undefined when none is. */
export function findColumn(names: Iterable<string>, wanted: readonly string[]): string | undefined {
  const byName = new Map<string, string>();
  for (const name of names) if (!byName.has(plainName(name))) byName.set(plainName(name), name);
  for (const one of wanted) {
    const found = byName.get(plainName(one));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of all columns of objects that may differ in what they have, in order of appearance. */
export function columnNames(objects: Iterable<{ properties: Readonly<Record<string, unknown>> }>): string[] {
  const names = new Set<string>();
  for (const { properties } of objects) for (const name of Object.keys(properties)) names.add(name);
  return [...names];
}

/** A value as text, trimmed; null for none. Numbers keep their digits. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** A number, also from text with a decimal comma; null for what is none. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim().replace(/^(-?)\s+/, '$1');
  if (!/^-?\d+([.,]\d+)?$/.test(text)) return null;
  return Number(text.replace(',', '.'));
}
