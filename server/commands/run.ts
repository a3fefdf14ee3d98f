import { DatabaseFault } from '../../geodata/database/database.ts';
import { ImportError } from '../../geodata/import/import-error.ts';
import { type Command, type CommandContext, type Language, type Output, UsageFault } from './command.ts';
import { command as demo } from './demo.ts';
import { command as exportRound } from './export-round.ts';
import { command as importOsm } from './import.ts';
import { command as importAreas } from './import-areas.ts';
import { fetchCommand as fetchBag, command as importBag } from './import-bag.ts';
import { command as importBoundaries } from './import-boundaries.ts';
import { command as importList } from './import-list.ts';
import { command as importStatistics } from './import-statistics.ts';
import { command as importWorkAreas } from './import-work-areas.ts';
import { command as proposeCentres } from './propose-centres.ts';
import { command as publish } from './publish.ts';
import { command as revisions } from './revisions.ts';
import { command as signIn } from './sign-in.ts';
import { command as status } from './status.ts';
import { command as theme } from './theme.ts';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  importOsm,
  importBag,
  fetchBag,
  importBoundaries,
  importWorkAreas,
  importAreas,
  importStatistics,
  proposeCentres,
  importList,
  exportRound,
  demo,
  revisions,
  publish,
  signIn,
  theme,
  status,
];

/** How to use the command line. */
export function helpLines(commands: readonly Command[] = COMMANDS): string[] {
  const lines = commands.map(({ words, usage, purpose }) => {
    return `  npm run geodata -- ${`${words.join(' ')} ${usage}`.trim()}\n      ${purpose}`;
  });
  return ['Commands:', ...lines];
}

/** The command that the words name, and what comes after them. */
function commandOf(args: readonly string[]): { command: Command; rest: string[] } {
  const command = COMMANDS.find(({ words }) => words.every((word, index) => args[index] === word));
  if (command === undefined) throw new UsageFault([`There is no such command.`, ...helpLines()].join('\n'));
  return { command, rest: args.slice(command.words.length) };
}

/** What went wrong, in words for whoever typed the command; undefined for a fault of ours. */
export function sentenceOf(error: unknown, language: Language): string | undefined {
  if (error instanceof ImportError) return error[language];
  if (error instanceof UsageFault || error instanceof DatabaseFault) return error.message;
  // `parseArgs` says in one sentence which option it does not know.
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof TypeError && typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
    return error.message;
  return undefined;
}

/**
 * Carries out a command line. What a person can mend is said in one sentence and ends with exit code 1.
 * @throws faults of ours, for whoever runs it to log
 */
export async function* runCommand(args: readonly string[], context: CommandContext): Output {
  try {
    const { command, rest } = commandOf(args);
    return yield* command.run(rest, context);
  } catch (error) {
    const sentence = sentenceOf(error, context.language);
    if (sentence === undefined) throw error;
    yield sentence;
    return 1;
  }
}
