import { userInfo } from 'node:os';
import type { ImportContext } from '../../geodata/import/context.ts';
import { publishFigures } from '../policy/publish.ts';
import { SOFTWARE } from '../software.ts';
import type { CommandContext } from './command.ts';

/** Least milliseconds between two lines about one step. */
const PACE = 1000;

/** Tells a step when it begins, and then at most once a second how far it is. */
export function paced(tell: (line: string) => void): (step: string, done?: number) => void {
  let last = { step: '', at: 0 };
  return (step, done) => {
    const now = performance.now();
    if (step === last.step && now - last.at < PACE) return;
    last = { step, at: now };
    tell(done === undefined ? step : `${step} ${Math.round(done * 100)} %`);
  };
}

/** What an import that somebody typed is handed. @param tell one line of progress */
export function importContext(
  { database, signal }: Pick<CommandContext, 'database' | 'signal'>,
  tell: (line: string) => void,
): ImportContext {
  return {
    database,
    madeBy: `${userInfo().username} (command line)`,
    software: SOFTWARE,
    publish: publishFigures,
    progress: paced(tell),
    signal,
  };
}
