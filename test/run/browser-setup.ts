import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../db/connection.ts';
import { findChromium } from '../browser/chromium.ts';
import { cheapPasswords } from '../databases/cheap-passwords.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Before the browser suite: the browser, and the demo world that every worker's console starts from. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'demo.sqlite');
  const found = await Promise.allSettled([findChromium(), plantDemoWorld(path)]);
  const [browser] = found;
  const failed = found.find((one) => one.status === 'rejected');
  if (failed || browser.status === 'rejected') {
    remove();
    throw failed?.reason;
  }
  process.env.TEST_BROWSER = JSON.stringify(browser.value);
  process.env.TEST_DEMO_DATABASE = path;
  return remove;
}

async function plantDemoWorld(path: string): Promise<void> {
  const child = spawn(process.execPath, ['dist/server/main.js', 'seed', 'demo'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: `sqlite:${path}`, DEMO: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [exit] = (await once(child, 'exit')) as [number | null];
  if (exit !== 0) throw new Error(`seed demo ended with ${exit}`);
  const database = openDatabase(`sqlite:${path}`);
  try {
    await database.transaction(cheapPasswords);
  } finally {
    await database.close();
  }
  if (existsSync(`${path}-wal`)) throw new Error('seed demo left a write-ahead log: the file alone is not the world');
}
