/** Where the SQLite driver's binary lies, and whether it works on this machine. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const PACKAGE = 'sqlite3';
const LOAD_WITHIN_MS = 20_000;
const FILE = 'node_sqlite3.node';
const TRIAL = `
  const { Database } = require(process.argv[1]);
  new Database(':memory:').get('SELECT 1 AS one', (error, row) => process.exit(!error && row.one === 1 ? 0 : 1));
`;

/**
 * @typedef {object} Driver
 * @property {string} folder the installed package
 * @property {string} binary where the package looks for its binary
 * @property {string} tested a note that the binary beside it was tried here, and with which Node
 * @property {string} version
 */

/** @returns {Driver} */
export function findDriver() {
  let manifest;
  try {
    manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
  } catch {
    throw new Error('the packages are not installed: run npm ci');
  }
  const folder = dirname(manifest);
  const release = join(folder, 'build', 'Release');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { folder, version, binary: join(release, FILE), tested: join(release, 'tested') };
}

/** Was this very binary tried with this Node? Costs two reads, for commands that must start quickly. */
export function wasTested(driver) {
  try {
    return readFileSync(driver.tested, 'utf8') === fingerprint(driver.binary);
  } catch {
    return false;
  }
}

/** Loads the driver and asks it a question in a process of its own: what cannot be loaded may end it. */
export function works(driver) {
  const child = spawnSync(process.execPath, ['-e', TRIAL, driver.folder], {
    stdio: 'ignore',
    timeout: LOAD_WITHIN_MS,
  });
  if (child.status !== 0) return false;
  try {
    writeFileSync(driver.tested, fingerprint(driver.binary));
  } catch (error) {
    // Packages that belong to somebody else are tried every time.
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
  return true;
}

function fingerprint(file) {
  const { size, mtimeMs } = statSync(file);
  return [process.version, process.platform, process.arch, size, mtimeMs].join(' ');
}

/** Outside node_modules, so that the next `npm ci` finds it again. */
export function cachedBinary(driver) {
  const home = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const key = [
    `${PACKAGE}-${driver.version}`,
    `node-${process.versions.modules}`,
    `napi-${process.versions.napi}`,
    process.platform,
    process.arch,
    `libc-${glibc() ?? 'other'}`,
  ].join('-');
  return join(home, 'affiliate-operations-console', key, FILE);
}

/** The version of the C library, `2.36`; null where it is another one. */
export function glibc() {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ?? null;
}

/** Never half a file under the final name, whoever reads it meanwhile. */
export function putBinary(from, to) {
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  try {
    copyFileSync(from, unfinished);
    renameSync(unfinished, to);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
