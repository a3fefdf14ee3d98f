import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readTheme, THEME_LIMIT, ThemeFault } from '../pages/theme.ts';
import { municipalityRevision } from '../queries/municipality.ts';
import { removeTheme, setTheme } from '../queries/theme.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';

const OPTIONS = {
  remove: { type: 'boolean', default: false },
  voorbeeld: { type: 'boolean', default: false },
} as const;

/** The neutral example theme of NL Design System; those of municipalities are their own and come as a file. */
const VOORBEELD = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';

async function fileOf(args: readonly string[], isExample: boolean, { cwd }: CommandContext): Promise<string> {
  if (isExample) return createRequire(import.meta.url).resolve(VOORBEELD);
  const [name] = args;
  if (name === undefined)
    throw new UsageFault('Name the theme file (CSS with design tokens), or --voorbeeld.');
  const path = resolve(cwd, name);
  const size = (await stat(path).catch(() => undefined))?.size;
  if (size === undefined) throw new UsageFault(`There is no file ${path}.`);
  if (size > THEME_LIMIT) throw new UsageFault(`${path} is too large for a theme file (at most 2 MB).`);
  return path;
}

async function* run(args: string[], context: CommandContext): Output {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [municipality = '', ...rest] = positionals;
  const { database, language } = context;
  if (values.remove) {
    const removed = await removeTheme(database, municipality);
    yield removed ? `The house style of ${municipality} is removed.` : `${municipality} has no house style.`;
    return 0;
  }
  if ((await municipalityRevision(database, municipality)) === undefined)
    throw new UsageFault(
      `There is no municipality ${municipality} here; name it by its code, such as GM9999.`,
    );
  const path = await fileOf(rest, values.voorbeeld, context);
  try {
    const tokens = readTheme(await readFile(path, 'utf8'));
    await setTheme(database, { municipality, tokens, fileName: basename(path) });
    yield* Object.entries(tokens).map(([name, value]) => `${name}: ${value}`);
    yield `Maps of ${municipality} on websites now have the house style of ${basename(path)}.`;
    return 0;
  } catch (error) {
    if (error instanceof ThemeFault) throw new UsageFault(language === 'nl' ? error.nl : error.message);
    throw error;
  }
}

/** Gives a municipality's maps on websites its house style, or takes it away. */
export const command: Command = {
  words: ['theme'],
  usage: 'CODE FILE | CODE --voorbeeld | CODE --remove',
  purpose: 'show maps on websites in a house style: a CSS file with NL Design System tokens',
  run,
};
