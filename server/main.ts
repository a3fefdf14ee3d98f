import { sentenceOf } from './commands/run.ts';
import { ConfigFault, readConfig } from './config.ts';
import { start } from './start.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One sentence where a person can mend it; the whole fault where it is ours. */
function failed(error: unknown): never {
  const mendable =
    error instanceof ConfigFault || typeof (error as { syscall?: unknown }).syscall === 'string';
  const sentence = mendable ? (error as Error).message : sentenceOf(error, 'en');
  console.error(sentence ?? error);
  process.exit(1);
}

try {
  const config = readConfig(process.env);
  // Vite is loaded for development only: it takes as long to load as all the rest.
  const development = process.argv.includes('--dev') ? await import('./development.ts') : undefined;
  const starting = (development?.startDevelopment ?? start)(config, say);
  let stopping = false;
  // From the first moment on: a server that is told to stop while it starts stops as soon as it has, and cleanly.
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    starting.then(server => server.stop()).then(() => process.exit(0), failed);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  (await starting).greeting.forEach(say);
} catch (error) {
  failed(error);
}
