import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the process that holds a data directory listens, and the secret that lets a command in. */
export interface ControlAddress {
  pid: number;
  /** On 127.0.0.1 only. */
  port: number;
  token: string;
}

/** What comes with a forwarded command. */
export interface CommandCall {
  /** Directory the command was typed in: relative file names start there. */
  cwd: string;
  /** Aborted when whoever typed the command has gone away. */
  signal: AbortSignal;
}

/** Carries out a command line: yields lines of output, returns the exit code. */
export type CommandHandler = (args: string[], call: CommandCall) => AsyncGenerator<string, number>;

/** One line of an answer: output, or the exit code as the last one. */
export type CommandLine = { line: string } | { exit: number };

const LONGEST_COMMAND = 64 * 1024;

/** The loopback port of the process that holds the data directory. */
export class ControlPort {
  readonly #server: Server;
  readonly address: ControlAddress;
  #handler: CommandHandler | undefined;

  private constructor(server: Server) {
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    this.address = { pid: process.pid, port, token: randomBytes(32).toString('base64url') };
    server.on('request', (request, response) => {
      this.#answer(request, response).catch(error => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
        response.destroy(error);
      });
    });
  }

  /** Listens on a port of the system's choosing. */
  static async open(): Promise<ControlPort> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // Being reachable is no reason for a process to stay.
    server.unref();
    return new ControlPort(server);
  }

  /** From now on forwarded commands are carried out by this process. */
  serve(handler: CommandHandler): void {
    this.#handler = handler;
  }

  /** Stops listening; commands that run are cut off. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#knows(request.headers.authorization)) {
      response.writeHead(401).end();
    } else if (request.url === '/ping') {
      response.end(`${process.pid}`);
    } else if (!this.#handler) {
      // Still starting, or a command that runs by itself.
      response.writeHead(409).end();
    } else {
      await this.#command(this.#handler, request, response);
    }
  }

  #knows(authorization = ''): boolean {
    return timingSafeEqual(digest(authorization), digest(`Bearer ${this.address.token}`));
  }

  async #command(handler: CommandHandler, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { args, cwd } = JSON.parse(await readBody(request)) as { args: string[]; cwd: string };
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    const send = (line: CommandLine) => response.write(`${JSON.stringify(line)}\n`);
    const lines = handler(args, { cwd, signal: gone.signal });
    let step = await lines.next();
    while (!step.done) {
      send({ line: step.value });
      step = gone.signal.aborted ? await lines.return(1) : await lines.next();
    }
    send({ exit: step.value });
    response.end();
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > LONGEST_COMMAND) throw new RangeError('the command is too long');
  }
  return body;
}
