/** The console as its users start it: a process for each command, measured from outside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const preload = new URL('usage.mjs', import.meta.url).href;

/** The clock of the console stands after the month. */
export function environment(url) {
  return { ...process.env, DATABASE_URL: url, OPS_NOW: '2026-04-02T00:00:00.000Z', DEMO: '1', UV_THREADPOOL_SIZE: '16', MALLOC_ARENA_MAX: '2', NODE_ENV: 'test' };
}

/**
 * Runs a command to its end; what it writes goes nowhere but for its length.
 * @returns {Promise<{ ms: number, cpuMs: number, rssMb: number, bytes: number, output: string }>} rssMb: at its highest
 */
export async function command(url, ...words) {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', preload, main, ...words], {
    env: environment(url), stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  let [bytes, output, usage] = [0, '', ''];
  child.stdout.on('data', (data) => {
    bytes += data.length;
    if (output.length < 10_000) output += data;
  });
  child.stdio[3].on('data', (data) => (usage += data));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${output.slice(0, 500)}`);
  return { ms: performance.now() - began, ...JSON.parse(usage), bytes, output };
}

/** `serve` on a free port, until `stop`. */
export async function serve(url) {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...environment(url), PORT: '0', HOST: '127.0.0.1' }, stdio: ['ignore', 'pipe', openSync('/dev/null', 'w')],
  });
  const address = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      const found = /"listening":"([^"]+)"/.exec(output);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

