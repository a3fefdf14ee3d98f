import { type EditionHeaders, GONE_PAGE, type Headers } from './header-rules.ts';
import { MEDIA_TYPES } from './page.ts';

/** Names of the two files, in the root of the edition. */
export const NGINX_FILE = 'kernkaart.nginx.conf';
export const HEADERS_FILE = '_headers';

/** Ids in one pattern of nginx. */
const CHUNK = 200;

const NGINX_HEAD = `# A static edition of Kernkaart for nginx. In a server block of yours:
#
#   root /where/the/editions/are/current;
#   include /where/the/editions/are/current/${NGINX_FILE};
#
# "current" is switched to a new edition at once, without a word to nginx. Only where a list of allowed sites changed
# does nginx have to read this file anew (nginx -s reload); publishing says so.
`;

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** With every answer, but how long it is kept: what is not there today may be there tomorrow. */
function headerLines(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => {
      const always = name === 'Cache-Control' ? '' : ' always';
      return `  add_header ${name} ${quoted(value)}${always};`;
    })
    .join('\n');
}

/** A browser asks first whether it may ask for a part of a file of another site. */
const PREFLIGHT = `  if ($request_method = OPTIONS) {
    add_header Access-Control-Allow-Origin "*";
    add_header Access-Control-Allow-Methods "GET, HEAD";
    add_header Access-Control-Allow-Headers "Range";
    add_header Access-Control-Max-Age 86400;
    return 204;
  }
`;

const FOUND = '  try_files $uri $uri/index.html =404;\n';
const FOUND_EMBED = `  error_page 404 ${GONE_PAGE};\n${FOUND}`;

/** @param found how a page is found, for pages */
function location(pattern: string, headers: Headers, found = ''): string {
  const preflight = 'Access-Control-Allow-Origin' in headers ? PREFLIGHT : '';
  return `location ${pattern} {\n${preflight}${found}${headerLines(headers)}\n}\n`;
}

const escaped = (id: string): string => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The largest group is all of `/e/`; the ids of the others stand in patterns, which nginx asks first. */
function embedLocations([largest, ...others]: EditionHeaders['embeds']): string[] {
  const patterns = others.flatMap(({ ids, headers }) =>
    Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, chunk) => {
      const some = ids.slice(chunk * CHUNK, (chunk + 1) * CHUNK).map(escaped);
      return location(`~ ${quoted(`^/e/(?:${some.join('|')})(?:/|$)`)}`, headers, FOUND_EMBED);
    }),
  );
  return [location('/e/', largest!.headers, FOUND_EMBED), ...patterns];
}

function typeLines(): string {
  const lines = Object.entries(MEDIA_TYPES).map(
    ([ending, type]) => `  ${type.split(';')[0]} ${ending.slice(1)};`,
  );
  return `types {\n${lines.join('\n')}\n}`;
}

const NGINX_BASE = `default_type application/octet-stream;
charset utf-8;
charset_types text/javascript text/css text/csv text/plain;
index index.html;
absolute_redirect off;
error_page 404 /404.html;
# Compressed once and well, beside each file.
gzip_static on;
gzip_vary on;
`;

/** The configuration of nginx for an edition: types, headers, how long browsers keep what, who may show what. */
export function nginxText({ rules, embeds }: EditionHeaders): string {
  const [pages, ...others] = rules;
  const files = others.flatMap(({ addresses, headers }) =>
    addresses.map(address => location(`${address.endsWith('/') ? '^~' : '='} ${address}`, headers)),
  );
  const hidden = [NGINX_FILE, HEADERS_FILE].map(name => `location = /${name} {\n  return 404;\n}\n`);
  return [
    NGINX_HEAD,
    typeLines(),
    NGINX_BASE,
    location('/', pages!.headers, FOUND),
    ...embedLocations(embeds),
    ...files,
    ...hidden,
  ].join('\n');
}

const HEADERS_HEAD = `# Headers of a static edition of Kernkaart, for hosts that read a file of this name.
`;

function block(address: string, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return `${address}\n${lines.join('\n')}\n`;
}

const starred = (address: string): string => (address.endsWith('/') ? `${address}*` : address);

/** The same for static hosts. What is missing: such a file cannot answer the question before a part is asked for. */
export function headersText({ rules, embeds }: EditionHeaders): string {
  const isOne = embeds.length === 1;
  const embedBlocks = embeds.flatMap(({ ids, headers }) =>
    isOne
      ? [block('/e/*', headers)]
      : ids.flatMap(id => [block(`/e/${id}`, headers), block(`/e/${id}/*`, headers)]),
  );
  return [
    HEADERS_HEAD,
    block('/', rules[0]!.headers),
    ...rules.flatMap(({ addresses, headers }) => addresses.map(address => block(starred(address), headers))),
    ...embedBlocks,
  ].join('\n');
}
