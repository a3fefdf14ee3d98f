/** Turns the text of one value into what a row holds. */
export type Parser = (text: string) => unknown;

// Object ids of PostgreSQL's built-in types (pg_type.dat): fixed for ever, alike on every server.
const SCALARS: readonly (readonly [oid: number, arrayOid: number, parser: Parser])[] = [
  [16, 1000, text => text === 't'], // boolean
  [17, 1001, parseBytes], // bytea
  [20, 1016, Number], // int8
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [26, 1028, Number], // oid
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1700, 1231, Number], // numeric
  [114, 199, text => JSON.parse(text)], // json
  [3802, 3807, text => JSON.parse(text)], // jsonb
  [1184, 1185, parseTimestamp], // timestamptz
  [1114, 1115, parseTimestamp], // timestamp
  [25, 1009, text => text], // text
  [1043, 1015, text => text], // varchar
  [1082, 1182, text => text], // date: ISO already, by `datestyle`
  [19, 1003, text => text], // name
  [2950, 2951, text => text], // uuid
];

/** Parsers by type, for scalars and their arrays; a type that is not here stays text (geometry: hex EWKB). */
export const PARSERS: ReadonlyMap<number, Parser> = new Map(
  SCALARS.flatMap(([oid, arrayOid, parser]): [number, Parser][] => [
    [oid, parser],
    [arrayOid, text => parseArray(text, parser)],
  ]),
);

/** The parser of a type: never undefined. */
export function parserOf(oid: number): Parser {
  return PARSERS.get(oid) ?? (text => text);
}

/** `\x0aff` as bytes of its own buffer from offset 0, so that any typed array can be laid over it. */
export function parseBytes(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow((text.length - 2) / 2);
  bytes.write(text.slice(2), 'hex');
  return new Uint8Array(bytes.buffer, 0, bytes.length);
}

/** `2026-01-31 12:00:00.5+00` as ISO 8601 `2026-01-31T12:00:00.5+00:00`; infinity stays as it is. */
export function parseTimestamp(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

/**
 * PostgreSQL array text (`{1,NULL,"a,b"}`), nested to any depth.
 * @param parser of the elements
 */
export function parseArray(text: string, parser: Parser): unknown[] {
  // Bounds other than 1 come first: `[0:1]={..}`.
  let at = text.indexOf('{') + 1;

  function quoted(): string {
    let value = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      value += text[at];
    }
    at += 1;
    return value;
  }

  function bare(): unknown {
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at += 1;
    const value = text.slice(start, at);
    return value === 'NULL' ? null : parser(value);
  }

  function element(): unknown {
    if (text[at] === '"') return parser(quoted());
    if (text[at] !== '{') return bare();
    at += 1;
    return elements();
  }

  function elements(): unknown[] {
    const values: unknown[] = [];
    while (at < text.length && text[at] !== '}') {
      values.push(element());
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return values;
  }

  return elements();
}
