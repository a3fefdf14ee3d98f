import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// address' });

/** Every knob, by the name of its environment variable. Empty counts as not set. */
const Knobs = z.object({
  /** Port to listen on; 0 takes a free one. */
  PORT: port.default(3000),
  /** Address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** PostgreSQL with PostGIS; not set: the embedded engine in DATA_DIR. */
  DATABASE_URL: postgresUrl.optional(),
  /** Login for visitors' routes on native PostgreSQL; not set: `set local role` on the login above. */
  DATABASE_VISITOR_URL: postgresUrl.optional(),
  /** Directory of the embedded database and of its lock. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** Address under which browsers reach this instance; https switches on HSTS and Secure cookies. */
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an http:// or https:// address' }).optional(),
  /** Port of the Prometheus page; not set: none. Listens on HOST. */
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Who to ask about the API: named in the OpenAPI document. */
  CONTACT_NAME: z.string().min(1).default('Kernkaart'),
  CONTACT_EMAIL: z.email().default('kernkaart@example.org'),
  CONTACT_URL: z.url({ protocol: /^https?$/ }).default('https://example.org/kernkaart'),
  /** Where "report a mistake" leads: a mail address or a page; not set: it is not offered. */
  REPORT_ADDRESS: z
    .union([z.email(), z.url({ protocol: /^https$/ })], { error: 'a mail address or an https:// address' })
    .optional(),
  /** Whether an empty embedded database is given the fictional municipality at its first start. */
  DEMO: z.enum(['on', 'off']).default('on'),
  /** Requests under way above which new ones are answered 503 with Retry-After. */
  MAX_REQUESTS: z.coerce.number().int().min(1).default(400),
});
type Knobs = z.infer<typeof Knobs>;

/** Name of a knob: that of its environment variable. */
export type KnobName = keyof Knobs;

/** One line of `status`: a knob, its value with secrets masked, and where it came from. */
export interface Knob {
  name: KnobName;
  value: string;
  origin: 'environment' | 'default' | 'not set';
}

/** What the rest of the server asks: typed, complete, never read from the environment again. */
export interface Config {
  port: number;
  host: string;
  databaseUrl?: string;
  databaseVisitorUrl?: string;
  /** Absolute. */
  dataDir: string;
  /** Without a trailing slash; undefined: derived from host and port for what is printed. */
  publicUrl?: string;
  metricsPort?: number;
  logLevel: Knobs['LOG_LEVEL'];
  contact: { name: string; email: string; url: string };
  /** A mail address or an https address; undefined: "report a mistake" is not offered. */
  reportAddress?: string;
  /** Whether the first start on an empty embedded database loads the fictional municipality. */
  demo: boolean;
  maxRequests: number;
  /** For `status`. */
  knobs: readonly Knob[];
}

/** The environment does not make a configuration; the message lists every fault, one a line. */
export class ConfigFault extends Error {
  override name = 'ConfigFault';
}

const isSet = (value: string | undefined): value is string => value !== undefined && value !== '';

/** A database address without its password: user, host and database stay readable. */
export function masked(value: string): string {
  if (!/^postgres(ql)?:/.test(value)) return value;
  const url = new URL(value);
  if (url.password !== '') url.password = '***';
  if (url.searchParams.has('password')) url.searchParams.set('password', '***');
  return url.href;
}

function knobsOf(environment: NodeJS.ProcessEnv, values: Knobs): Knob[] {
  return (Object.keys(Knobs.shape) as KnobName[]).map(name => {
    const value = values[name];
    const given = isSet(environment[name]);
    const origin = given ? 'environment' : value === undefined ? 'not set' : 'default';
    return { name, value: value === undefined ? '' : masked(String(value)), origin };
  });
}

/**
 * The configuration from environment variables.
 * @throws ConfigFault naming every variable that is wrong, with what is expected
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.keys(Knobs.shape).filter(name => isSet(environment[name]));
  const parsed = Knobs.safeParse(Object.fromEntries(given.map(name => [name, environment[name]])));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigFault(`Configuration is not usable:\n${faults.join('\n')}`);
  }
  const knobs = parsed.data;
  return {
    port: knobs.PORT,
    host: knobs.HOST,
    databaseUrl: knobs.DATABASE_URL,
    databaseVisitorUrl: knobs.DATABASE_VISITOR_URL,
    dataDir: resolve(knobs.DATA_DIR),
    publicUrl: knobs.PUBLIC_URL?.replace(/\/+$/, ''),
    metricsPort: knobs.METRICS_PORT,
    logLevel: knobs.LOG_LEVEL,
    contact: { name: knobs.CONTACT_NAME, email: knobs.CONTACT_EMAIL, url: knobs.CONTACT_URL },
    reportAddress: knobs.REPORT_ADDRESS,
    demo: knobs.DEMO === 'on',
    maxRequests: knobs.MAX_REQUESTS,
    knobs: knobsOf(environment, knobs),
  };
}
