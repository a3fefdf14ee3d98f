import { createServer } from 'vite';
import type { Config } from './config.ts';
import { type RunningServer, start } from './start.ts';

/**
 * Starts the server behind Vite, which serves the client from its sources and passes everything else on.
 * The page's security headers are the built client's: Vite's own way of updating would break them.
 */
export async function startDevelopment(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const publicUrl = `http://${config.host}:${config.port}`;
  const server = await start({ ...config, port: 0, publicUrl }, say);
  const target = `http://${config.host}:${server.port}`;
  const vite = await createServer({
    configFile: 'vite.config.ts',
    // Bundling the configuration writes a file, which `node --watch` would take for a change of ours.
    configLoader: 'native',
    server: {
      host: config.host,
      port: config.port,
      strictPort: true,
      proxy: { '/api': target, '/tiles': target, '/health': target },
    },
  });
  await vite.listen();
  return {
    ...server,
    async stop() {
      await vite.close();
      await server.stop();
    },
  };
}
