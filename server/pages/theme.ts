import { createHash } from 'node:crypto';

/**
 * Tokens that our screens take from a house style (`client/style/tokens.css` asks for them by these names of NL Design
 * System), and the general token that says the same in a theme without it; of a theme file nothing else is kept.
 */
const KEPT = {
  '--utrecht-document-color': '--basis-color-default-color-document',
  '--utrecht-document-background-color': '--basis-color-default-bg-document',
  '--utrecht-document-font-family': '--basis-text-font-family-default',
  '--utrecht-surface-background-color': '--basis-color-default-bg-document',
  '--utrecht-separator-color': '--basis-color-default-border-subtle',
  '--utrecht-form-control-border-color': '--basis-color-default-border-default',
  '--utrecht-form-field-description-color': '--basis-color-default-color-subtle',
  '--utrecht-link-color': '--basis-color-action-2-color-default',
  '--utrecht-link-hover-color': '--basis-color-action-2-color-hover',
  '--utrecht-button-primary-action-color': '--basis-color-action-1-inverse-color-default',
  '--utrecht-focus-outline-color': '--basis-focus-outline-color',
  '--utrecht-focus-inverse-outline-color': '--basis-focus-background-color',
} as const;

/** Bytes that a theme file may have: those of NL Design System have up to half a megabyte. */
export const THEME_LIMIT = 2 * 1024 * 1024;

/** A theme file that is not taken, with what is wrong in both languages. */
export class ThemeFault extends Error {
  override name = 'ThemeFault';
  readonly nl: string;

  constructor(en: string, nl: string) {
    super(en);
    this.nl = nl;
  }
}

/** Anything that a style sheet could fetch from elsewhere, or an escape that could spell it. */
const FETCHES = /@import\b|@font-face\b|image-set\s*\(|src\s*\(|url\s*\(|\\/i;
/** Pictures that stand in the file itself, as icons of form controls do. */
const OWN_PICTURE = /url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)"']*)\s*\)/gi;
const COMMENT = /\/\*[\s\S]*?\*\//g;
/** A custom property and its value, which ends before `;` or `}`. */
const DECLARATION = /(--[a-z][a-z0-9-]*)\s*:\s*([^;{}]*)(?=[;}])/gi;
const REFERENCE = /var\(\s*(--[a-z][a-z0-9-]*)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/i;

const COLOUR =
  /^(?:#[0-9a-f]{3,8}|(?:rgb|rgba|hsl|hsla|oklch|oklab|lab|lch|hwb)\([\d\s.,%/+-]*(?:deg|turn|rad|none)?[\d\s.,%/+-]*\)|[a-z]{3,24})$/i;
const FONTS = /^[\w\s,"'-]{1,300}$/;

/** How often a token may name another that names another. */
const MOST_STEPS = 12;

function resolved(value: string, all: ReadonlyMap<string, string>): string | undefined {
  let text = value;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const found = REFERENCE.exec(text);
    if (found === null) return text.trim();
    const replacement = all.get(found[1]!) ?? found[2];
    if (replacement === undefined) return undefined;
    text = text.replace(found[0], () => replacement);
  }
  return undefined;
}

const isUsable = (name: string, value: string): boolean =>
  name.endsWith('-font-family') ? FONTS.test(value) : COLOUR.test(value);

/**
 * The tokens of a theme file of NL Design System (CSS with custom properties) that our screens use, references resolved.
 * Values are colours and names of fonts, nothing else gets through; fonts themselves are not loaded.
 * @throws ThemeFault when the file would fetch something, has none of the tokens, or is too large
 */
export function readTheme(text: string): Record<string, string> {
  if (text.length > THEME_LIMIT)
    throw new ThemeFault('The theme file is too large.', 'Het themabestand is te groot.');
  const bare = text.replace(COMMENT, ' ').replace(OWN_PICTURE, ' ');
  if (FETCHES.test(bare))
    throw new ThemeFault(
      'The theme file would fetch something from elsewhere (url, @import, @font-face). Take that out: only values of tokens are read.',
      'Het themabestand haalt iets van elders op (url, @import, @font-face). Haal dat eruit: alleen waarden van tokens worden gelezen.',
    );
  const all = new Map(Array.from(bare.matchAll(DECLARATION), ([, name, value]) => [name!, value!.trim()]));
  const tokens: Record<string, string> = {};
  for (const [name, general] of Object.entries(KEPT)) {
    const value = resolved(all.get(name) ?? all.get(general) ?? '', all);
    if (value !== undefined && isUsable(name, value)) tokens[name] = value;
  }
  if (Object.keys(tokens).length === 0)
    throw new ThemeFault(
      'There is no token in the file that Kernkaart uses, such as --utrecht-link-color.',
      'Er staat geen token in het bestand dat Kernkaart gebruikt, zoals --utrecht-link-color.',
    );
  return tokens;
}

/**
 * A style sheet of tokens. A house style has one value per token, so where it colours pages they are light: ours would
 * turn the map dark under them.
 */
export function themeCss(tokens: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  ${name}: ${value};`);
  const colours = '--utrecht-document-color' in tokens || '--utrecht-document-background-color' in tokens;
  const scheme = colours ? ':root,\n:root[data-theme] {\n  color-scheme: light;\n}\n' : '';
  return `:root {\n${lines.join('\n')}\n}\n${scheme}`;
}

/** Address of a municipality's house style, which changes with its content; null where it has none. */
export function themeAddress(
  municipality: string | null,
  tokens: Readonly<Record<string, string>> | null,
): string | null {
  if (municipality === null || tokens === null) return null;
  const hash = createHash('sha256').update(themeCss(tokens)).digest('hex').slice(0, 16);
  return `/themes/${municipality}/${hash}.css`;
}
