/**
 * A static edition: files at the addresses of a server that runs, and data whose address has a query in files under
 * `/data`. Both who writes the files and the pages that ask for them get the names from here.
 */

/** Name of the `<meta>` by which a page says that no server runs behind it; its content is a TileOrigin as JSON. */
export const EDITION_META = 'kernkaart-edition';

const API = '/api/v1/';

/** Answers that are no JSON, by the end of their address. */
const DOCUMENTS = /^(map)\.(svg)$|^(paper)\.(pdf)$|^(export)\.(csv|gpkg)$/;
const FRAMES: ReadonlySet<string> = new Set(['vacancy', 'cells']);
const PLAIN = /^[A-Za-z0-9_-]$/;

/** Letters and digits as they are, everything else as `~` and the hexadecimal of its bytes: no two texts alike. */
function fileText(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map(byte => {
      const letter = String.fromCharCode(byte);
      return PLAIN.test(letter) ? letter : `~${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

/** What the query says, in one order whatever the order in the address. */
function queryText(query: string): string {
  return [...new URLSearchParams(query)]
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([name, value]) => `${fileText(name)}=${fileText(value)}`)
    .join(',');
}

/** A document has a name of its own below something that has an id: `/scenarios/{id}/versions/{version}/map.svg`. */
function documentOf(parts: readonly string[]): { stem: string; ending: string } | undefined {
  const found = parts.length < 3 ? null : DOCUMENTS.exec(parts.at(-1)!);
  const [stem, ending] = found?.slice(1).filter(part => part !== undefined) ?? [];
  return stem === undefined || ending === undefined ? undefined : { stem, ending };
}

/**
 * Where an answer of the API lies in a static edition; other addresses stay as they are. Different questions never share
 * a file, the order of parameters apart, and no name needs an encoding on any system or in any address:
 * `/api/v1/scenarios/x/versions/1/map.svg?reading=after&language=nl` is
 * `/data/scenarios/x/versions/1/map/language=nl,reading=after.svg`.
 * @throws URIError for an address that is not encoded well
 */
export function editionAddress(address: string): string {
  if (!address.startsWith(API)) return address;
  const [path = '', query = ''] = address.slice(API.length).split('?', 2);
  const parts = path.split('/').map(decodeURIComponent);
  const document = documentOf(parts);
  const ending = document?.ending ?? (parts.length === 1 && FRAMES.has(parts[0]!) ? 'frame' : 'json');
  const names = document ? [...parts.slice(0, -1), document.stem] : parts;
  const asked = queryText(query);
  return `/data/${names.map(fileText).join('/')}${asked === '' ? '' : `/${asked}`}.${ending}`;
}
