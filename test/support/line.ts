import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';

/** A TCP line to a server that a test can cut, freeze and mend: what a stopped or silent server looks like from here. */
export class Line {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #frozen = false;
  /** Port on 127.0.0.1 at this end; stays the same when the line is mended. */
  port = 0;

  constructor(target: { host: string; port: number }) {
    this.#target = target;
  }

  /** Opens the line, or opens it again. */
  async mend(): Promise<void> {
    this.#frozen = false;
    if (this.#server) return;
    this.#server = createServer(near => this.#join(near));
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  /** The server is gone: connections break, new ones are refused. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (!server) return;
    server.close();
    await once(server, 'close');
  }

  /** The server is silent: connections stay and new ones are taken, but nothing passes any more. */
  freeze(): void {
    this.#frozen = true;
  }

  #join(near: Socket): void {
    const far = createConnection(this.#target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', chunk => this.#frozen || to.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
