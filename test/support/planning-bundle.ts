import { build, type Rolldown } from 'vite';

const MODEL = new URL('../../server/planning/', import.meta.url).pathname;

/**
 * The scenario model as one script for a page, made as the client is made: it leaves `outcome(document, base)` behind,
 * which answers canonical text, and `recompute`.
 */
export async function planningBundle(): Promise<string> {
  const entry = 'virtual:model';
  const source = `import { recompute } from '${MODEL}recompute.ts';
    import { canonicalText } from '${MODEL}canonical.ts';
    globalThis.recompute = recompute;
    globalThis.outcome = (document, base) => canonicalText(recompute(document, base));`;
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'model',
        resolveId: id => (id === entry ? `\0${entry}` : undefined),
        load: id => (id === `\0${entry}` ? source : undefined),
      },
    ],
    build: { write: false, minify: true, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const [first] = Array.isArray(output) ? output : [output];
  return first!.output.find(part => part.type === 'chunk')!.code;
}
