/**
 * Every check and every test: `npm test`. Goes on after a failure; the last line sums all up, the exit code is 1 if
 * anything failed. For development: `--only=` checks, pure, sqlite, postgres, browser, and folders of engine tests
 * (`--only=sqlite,api`).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ofPlaywright, ofVitest } from './figures.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REPORTS = join(ROOT, 'test-results');
/** What hangs is stopped; a slow machine is given its time. */
const SUITE_TIMEOUT_MS = 25 * 60_000;
const ENGINES = ['sqlite', 'postgres'];
const SUITES = ['checks', 'pure', ...ENGINES, 'browser'];
const FOLDERS = ['engine', 'floor', 'db', 'api', 'faults', 'attacks'];
const EVERYTHING = { suites: SUITES, folders: [] };

const begun = Date.now();
const results = [];
const atWork = new Set();

async function main() {
  const { suites, folders } = wanted(process.argv.slice(2));
  process.chdir(ROOT);
  mkdirSync(REPORTS, { recursive: true });
  await check('sqlite driver', ['node', 'db/driver/ensure.mjs']);
  await check('build', ['node', 'server/start/build.mjs']);
  // Short ones, and none of them keeps two cores busy.
  await Promise.all([
    ...(suites.includes('checks') ? [check('lint', ['npm', 'run', '--silent', 'lint'], 'afterwards')] : []),
    ...(suites.includes('checks') ? [check('typecheck', ['npm', 'run', '--silent', 'typecheck'], 'afterwards')] : []),
    ...(suites.includes('pure') ? [vitest('pure', [], 'afterwards')] : []),
  ]);
  for (const engine of ENGINES) {
    if (suites.includes(engine)) await vitest(engine, folders);
  }
  if (suites.includes('browser')) await browser();
  sumUp();
}

function wanted(words) {
  const only = words.length === 1 ? /^--only=(.+)$/.exec(words[0])?.[1]?.split(',') : undefined;
  if (words.length === 0) return EVERYTHING;
  if (!only?.every((name) => SUITES.includes(name) || FOLDERS.includes(name))) {
    console.error(`usage: npm test -- [--only=${[...SUITES, ...FOLDERS].join(',')}]`);
    process.exit(2);
  }
  const folders = only.filter((name) => FOLDERS.includes(name));
  const suites = only.filter((name) => SUITES.includes(name));
  const engineNamed = suites.some((name) => ENGINES.includes(name));
  return { suites: folders.length > 0 && !engineNamed ? [...suites, ...ENGINES] : suites, folders };
}

/** A command that passes or fails as one. */
async function check(name, command, told) {
  const { exit, seconds } = await run(name, command, told);
  results.push({ name, passed: exit === 0 ? 1 : 0, failed: exit === 0 ? 0 : 1, seconds });
}

async function vitest(project, folders, told) {
  const report = join(REPORTS, `${project}.json`);
  const parameters = ['--config', 'test/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json'];
  const filters = folders.map((folder) => `test/${folder}/`);
  const command = ['node', 'node_modules/vitest/vitest.mjs', 'run', ...parameters, `--outputFile.json=${report}`, ...filters];
  await suite(project, report, ofVitest, command, told);
}

function browser() {
  const command = ['node', 'node_modules/@playwright/test/cli.js', 'test', '--config', 'test/browser/playwright.config.ts'];
  return suite('browser', join(REPORTS, 'browser.json'), ofPlaywright, command);
}

/** A suite that fails without saying which test, leaves no report or runs nothing has failed once. */
async function suite(name, report, figuresOf, command, told) {
  rmSync(report, { force: true });
  const { exit, seconds } = await run(name, command, told);
  const figures = existsSync(report) ? figuresOf(report) : { passed: 0, failed: 0 };
  const silent = figures.failed === 0 && (exit !== 0 || figures.passed === 0);
  results.push({ name, passed: figures.passed, failed: silent ? 1 : figures.failed, seconds });
}

/**
 * Each command leads a process group of its own, so that nothing that it started outlives it. What it says is told at once,
 * or `afterwards` where it runs beside others.
 */
function run(name, [program, ...parameters], told = 'at once') {
  const heading = `\n── ${name}\n`;
  if (told === 'at once') process.stdout.write(heading);
  const began = Date.now();
  const output = told === 'at once' ? 'inherit' : 'pipe';
  const child = spawn(program === 'node' ? process.execPath : program, parameters, {
    stdio: ['ignore', output, output],
    detached: true,
  });
  atWork.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  const late = setTimeout(() => {
    console.log(`${name}: stopped after ${SUITE_TIMEOUT_MS / 60_000} minutes`);
    signalGroup(child, 'SIGKILL');
  }, SUITE_TIMEOUT_MS);
  return new Promise((resolve) => {
    const done = (exit) => {
      clearTimeout(late);
      atWork.delete(child);
      signalGroup(child, 'SIGKILL');
      if (told !== 'at once') process.stdout.write(Buffer.concat([Buffer.from(heading), ...said]));
      resolve({ exit, seconds: (Date.now() - began) / 1000 });
    };
    // With `close` all that it said is here; what it left behind would hold its output open.
    child.once('exit', (code) => {
      if (told === 'at once') return done(code ?? 1);
      signalGroup(child, 'SIGKILL');
      child.once('close', () => done(code ?? 1));
    });
    child.once('error', (error) => {
      console.log(`${name}: ${error.message}`);
      done(1);
    });
  });
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function sumUp() {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    console.log(`${name.padEnd(14)} ${String(passed).padStart(6)} passed ${String(failed).padStart(6)} failed ${seconds.toFixed(1).padStart(7)} s`);
  }
  const sum = (figure) => results.reduce((total, result) => total + result[figure], 0);
  const failed = sum('failed');
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${'together'.padEnd(14)} ${((Date.now() - begun) / 1000).toFixed(1).padStart(37)} s\n\n${sum('passed')} passed, ${failed} failed`);
}

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
  process.once(signal, () => {
    for (const child of atWork) signalGroup(child, 'SIGTERM');
    process.exit(code);
  });
}

await main();
