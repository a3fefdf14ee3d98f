/** What goes over the wire for one bind value, the same on both engines. Text, except null. */
export type WireValue = string | null;

/**
 * One value as PostgreSQL text: null and undefined as null, bytes as hex (`\x..`), arrays as array text,
 * plain objects as JSON (a JSON list must come as text already: an array is a PostgreSQL array). Doing it here keeps the two drivers' own habits out of the answers.
 * @throws TypeError for a Date: dates are ISO strings throughout, so that no time zone slips in
 */
export function toWire(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return `${value}`;
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (ArrayBuffer.isView(value)) return arrayText(Array.from(value as unknown as ArrayLike<number>));
  if (value instanceof Date) throw new TypeError('a Date cannot be a database value: use an ISO string');
  if (Array.isArray(value)) return arrayText(value);
  return JSON.stringify(value);
}

/** PostgreSQL array text: `{1,2}`, `{"a","b"}`, nested arrays as nested braces, null as NULL. */
function arrayText(values: readonly unknown[]): string {
  return `{${values.map(arrayElement).join(',')}}`;
}

function arrayElement(value: unknown): string {
  if (Array.isArray(value)) return arrayText(value);
  const text = toWire(value);
  if (text === null) return 'NULL';
  return typeof value === 'number' ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
