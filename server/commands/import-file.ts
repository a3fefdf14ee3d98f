import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { ImportContext, ImportResult } from '../../geodata/import/context.ts';
import { type Command, type CommandContext, type Output, UsageFault } from './command.ts';
import { resultLines } from './import.ts';
import { importContext } from './import-context.ts';
import { whileWorking } from './line-queue.ts';

/** What was typed after the file, by name. */
export type TypedOptions = Readonly<Record<string, string | undefined>>;

/** A command that loads one file into a municipality. */
export interface FileCommand {
  /** After `import`. */
  word: string;
  usage: string;
  purpose: string;
  /** Names of options beside `--municipality`. */
  options?: readonly string[];
  load(
    file: string,
    typed: TypedOptions & { municipality: string },
    context: ImportContext,
  ): Promise<ImportResult>;
  /** What follows an import that came through. */
  after?(context: CommandContext): Output;
}

function typedOptions({ word, usage, options = [] }: FileCommand, args: string[]) {
  const names = ['municipality', ...options];
  const config: ParseArgsOptionsConfig = Object.fromEntries(names.map(name => [name, { type: 'string' }]));
  const { values, positionals } = parseArgs({ args, options: config, allowPositionals: true });
  const [file, ...rest] = positionals;
  const typed = values as TypedOptions;
  const { municipality } = typed;
  if (file === undefined || rest.length > 0 || municipality === undefined)
    throw new UsageFault(`One file and a municipality are needed: import ${word} ${usage}`);
  return { file, typed: { ...typed, municipality } };
}

/** Makes the command. */
export function fileCommand(of: FileCommand): Command {
  return {
    words: ['import', of.word],
    usage: of.usage,
    purpose: of.purpose,
    async *run(args, context) {
      const { file, typed } = typedOptions(of, args);
      const result = yield* whileWorking(tell =>
        of.load(resolve(context.cwd, file), typed, importContext(context, tell)),
      );
      yield* resultLines(result);
      if (of.after) return yield* of.after(context);
      return 0;
    },
  };
}
