/**
 * `npm test`: types, lint and every group of tests, each under its own heading. All of them run even when one
 * fails; the last line counts the tests of all groups, and anything that failed makes the exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROMIUM_ADVICE, obtainChromium } from './support/chromium.ts';

const ROOT = path.join(import.meta.dirname, '..');
const REPORTS = mkdtempSync(path.join(tmpdir(), 'kernkaart-test-'));

interface Outcome {
  name: string;
  ok: boolean;
  seconds: number;
  counts: Counts;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * Counts of one report. A file that could not even be loaded has no tests in it and counts as one that failed;
 * so does a group without a single test.
 */
function countsOf(report: Report): Counts {
  if (report.testResults.length === 0) return { ...NONE, failed: 1 };
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function heading(name: string): void {
  process.stdout.write(`\n=== ${name} ===\n`);
}

/** Runs a program of node_modules on this Node, with its output passed on. */
function run(script: string, args: string[], environment: NodeJS.ProcessEnv): boolean {
  const result = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  });
  return result.status === 0;
}

function check(name: string, script: string, args: string[]): Outcome {
  heading(name);
  const started = performance.now();
  const ok = run(script, args, process.env);
  return { name, ok, seconds: (performance.now() - started) / 1000, counts: NONE };
}

/** One group of tests of vite.config.ts. A report that was never written counts as one failure. */
function testGroup(name: string, project: string, environment: NodeJS.ProcessEnv): Outcome {
  heading(name);
  const started = performance.now();
  const file = path.join(REPORTS, `${name.replaceAll(/\W+/g, '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = run('vitest/vitest.mjs', ['run', '--project', project, ...reporters], environment);
  let counts: Counts;
  try {
    counts = countsOf(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } catch {
    counts = { ...NONE, failed: 1 };
  }
  return { name, ok: ok && counts.failed === 0, seconds: (performance.now() - started) / 1000, counts };
}

function browser(): Outcome {
  const name = 'browser';
  const chromium = obtainChromium();
  if (chromium) return testGroup(name, 'browser', { ...process.env, CHROMIUM_PATH: chromium });
  heading(name);
  console.error(CHROMIUM_ADVICE);
  return { name, ok: false, seconds: 0, counts: { ...NONE, failed: 1 } };
}

function summarise(outcomes: Outcome[]): void {
  heading('summary');
  for (const { name, ok, seconds, counts } of outcomes) {
    const tests =
      counts === NONE ? '' : `, ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s${tests})\n`);
  }
  if (!process.env.TEST_DATABASE_URL) {
    process.stdout.write(
      'Native PostGIS was not tested: TEST_DATABASE_URL names none (.ci/run starts one).\n',
    );
  }
  const sum = (key: keyof Counts) => outcomes.reduce((total, outcome) => total + outcome.counts[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
}

/** The database tests look at the same variable to know which engines to open. */
const engines = process.env.TEST_DATABASE_URL ? 'both engines' : 'the embedded engine';

const outcomes = [
  check('types', 'typescript/bin/tsc', ['--noEmit']),
  check('lint and format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  testGroup('house', 'house', process.env),
  testGroup('unit', 'unit', process.env),
  testGroup(`geodata on ${engines}`, 'geodata', process.env),
  testGroup(`api on ${engines}`, 'api', process.env),
  browser(),
];
rmSync(REPORTS, { recursive: true, force: true });
summarise(outcomes);
process.exitCode = outcomes.every(outcome => outcome.ok) ? 0 : 1;
