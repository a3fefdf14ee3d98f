import type { Database } from '../../geodata/database/database.ts';
import type { Config } from '../config.ts';

/** Languages that the command line speaks. */
export type Language = 'nl' | 'en';

/** What a command is handed, in the running server or in a process of its own. */
export interface CommandContext {
  database: Database;
  config: Config;
  /** Where browsers reach this instance, without a trailing slash. */
  address: string;
  language: Language;
  /** Directory that relative file names start from: where the command was typed. */
  cwd: string;
  /** Aborted when whoever typed the command is gone. */
  signal: AbortSignal;
}

/** What a command prints, line by line; it returns the exit code. */
export type Output = AsyncGenerator<string, number>;

/** One command of `npm run geodata -- ...`. */
export interface Command {
  /** Words that it begins with. */
  words: readonly string[];
  /** How to type it, after the words. */
  usage: string;
  purpose: string;
  run(args: string[], context: CommandContext): Output;
}

/** What was typed is not a command; the message says what would be. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}
