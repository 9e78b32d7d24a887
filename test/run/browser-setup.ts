import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../browser/chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Before the browser suite: the browser, and the demo world that every worker's console starts from. */
export default async function setup(): Promise<() => void> {
  process.env.TEST_BROWSER = JSON.stringify(await findChromium());
  const folder = mkdtempSync(join(tmpdir(), 'ops-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, 'demo.sqlite');
  try {
    execFileSync(process.execPath, ['dist/server/main.js', 'seed', 'demo'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: `sqlite:${path}`, DEMO: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (existsSync(`${path}-wal`)) throw new Error('seed demo left a write-ahead log: the file alone is not the world');
  } catch (error) {
    remove();
    throw error;
  }
  process.env.TEST_DEMO_DATABASE = path;
  return remove;
}
