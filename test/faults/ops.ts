/** The commands as processes of their own, so that they can be killed, raced and starved. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from '../../server/start/build.mjs';

const entry = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const PATIENCE_MS = 45_000;

export interface Finished {
  exit: number | null;
  signal: NodeJS.Signals | null;
  /** The one JSON document on stdout; undefined where there is none. */
  result: Record<string, unknown> | undefined;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  pid: number;
  finished: Promise<Finished>;
  /** The first line on stdout. */
  firstLine: Promise<string>;
}

/** Builds the server if it is stale; each file calls it before its tests. */
export function buildServer(): Promise<void> {
  return build(['server']);
}

export function start(url: string, words: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [entry, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DATABASE_URL: url, NODE_ENV: 'test', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (text) => { stderr += String(text); });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      stdout += String(text);
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')));
    });
    child.once('close', () => reject(new Error(`no line from ${words.join(' ')}: ${stderr}`)));
  });
  firstLine.catch(() => {});
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (exit, signal) => {
      const last = stdout.trim().split('\n').at(-1) ?? '';
      resolve({ exit, signal, result: last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : undefined, stderr });
    });
  });
  return { child, pid: child.pid as number, finished, firstLine };
}

/** A command to its end. */
export function ops(url: string, ...words: string[]): Promise<Finished> {
  return start(url, words).finished;
}

/** kill -9, and until it is gone. */
export async function kill(running: Running): Promise<Finished> {
  running.child.kill('SIGKILL');
  return running.finished;
}

/** Asks again and again until the answer is yes. */
export async function until(what: string, question: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await question()); waited += 5) {
    if (waited > PATIENCE_MS) throw new Error(`waited in vain until ${what}`);
    await pause(5);
  }
}

/** A folder of its own for the work; gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeFile(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A file that is fed by hand: who reads it waits for what is written next. */
export function makePipe(folder: string): string {
  const path = join(folder, 'pipe.csv');
  const made = spawnSync('mkfifo', [path]);
  if (made.status !== 0) throw new Error(`mkfifo: ${String(made.stderr)}`);
  return path;
}

/** Processes that the process started and that are there still. */
export function childrenOf(pid: number): number[] {
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return listed.stdout.split('\n').map(Number).filter((one) => one > 0);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The most memory that the process has held so far, in MB; null where the system does not tell or it is gone. */
export function peakMemoryOf(pid: number): number | null {
  try {
    const line = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : null;
  } catch {
    return null;
  }
}
