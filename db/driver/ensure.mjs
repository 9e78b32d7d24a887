/**
 * The SQLite driver is a native module, and npm runs no scripts here (.npmrc), so `npm ci` leaves it without its
 * binary. Every command that opens a database sees to it first: what is there if it works, else one made earlier, else
 * the published one, else a compiled one, which is kept outside node_modules.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedBinary, findDriver, putBinary, wasTested, works } from './binary.mjs';
import { compile, downloadPrebuilt } from './compile.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/** Does nothing, in a millisecond, where it was done before. Tells its progress on stderr. */
export async function ensureDriver() {
  const driver = findDriver();
  if (wasTested(driver) || (existsSync(driver.binary) && works(driver))) return;
  await oneAtATime(join(dirname(driver.folder), '.driver.lock'), () => {
    if (!wasTested(driver)) provide(driver);
  });
}

function provide(driver) {
  if (existsSync(driver.binary) && works(driver)) return;
  const cached = cachedBinary(driver);
  if (existsSync(cached)) {
    putBinary(cached, driver.binary);
    if (works(driver)) return;
    rmSync(cached, { force: true });
  }
  if (downloadPrebuilt(driver) && works(driver)) {
    say('downloaded');
  } else {
    say('compiling, a minute or two, once on this machine …');
    const began = Date.now();
    compile(driver);
    if (!works(driver)) throw new Error('the SQLite driver was compiled but does not load');
    say(`compiled in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  keep(driver, cached);
}

function keep(driver, cached) {
  try {
    putBinary(driver.binary, cached);
  } catch (error) {
    // A home that cannot be written to costs time at the next install, nothing else.
    say(`not kept for the next install: ${error.message}`);
  }
}

function say(text) {
  process.stderr.write(`SQLite driver: ${text}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureDriver();
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
