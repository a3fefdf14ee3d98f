import pino from 'pino';
import { forwardCommand } from '../geodata/database/forward.ts';
import type { Language } from './commands/command.ts';
import { helpLines, runCommand, sentenceOf } from './commands/run.ts';
import { knobLines } from './commands/status.ts';
import { type Config, ConfigFault, readConfig } from './config.ts';
import { addressOf } from './http/address.ts';
import { openMigrated } from './start.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const language: Language = /^nl/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'nl' : 'en';

/** Runs the command in this process, with a database of its own. */
async function runAlone(args: string[], config: Config): Promise<number> {
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort(new Error('Stopped.')));
  const database = await openMigrated(config, pino({ level: 'warn' }, pino.destination(2)));
  try {
    const address = addressOf(config, config.port);
    const context = { database, config, address, language, cwd: process.cwd(), signal: stopped.signal };
    const lines = runCommand(args, context);
    let step = await lines.next();
    for (; !step.done; step = await lines.next()) say(step.value);
    return step.value;
  } finally {
    await database.close();
  }
}

async function run(args: string[], config: Config): Promise<number> {
  if (config.databaseUrl !== undefined) return runAlone(args, config);
  // The embedded database belongs to one process: where a server runs, it carries the command out.
  const code = await forwardCommand(config.dataDir, [language, ...args], say);
  return code ?? runAlone(args, config);
}

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    helpLines().forEach(say);
    return args.length === 0 ? 1 : 0;
  }
  const config = readConfig(process.env);
  try {
    return await run(args, config);
  } catch (error) {
    // `status` says how it is configured, above all when the database cannot be reached.
    if (args[0] === 'status') knobLines({ config }).forEach(say);
    throw error;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof ConfigFault ? error.message : (sentenceOf(error, language) ?? error));
  process.exitCode = 1;
}
