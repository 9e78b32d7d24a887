/** Makes the SQLite driver's binary on this machine: from its sources, or the one its authors built. */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { glibc, putBinary } from './binary.mjs';

const DOWNLOAD_WITHIN_MS = 5_000;
/** What the published binary asks of the C library. */
const PREBUILT_GLIBC = '2.38';
const MOST_JOBS = 4;

/**
 * The binary published by the driver's authors.
 * @param {import('./binary.mjs').Driver} driver
 * @returns {boolean} whether there is one now; whether it works is for the caller to try
 */
export function downloadPrebuilt(driver) {
  const version = glibc();
  if (version !== null && minor(version) < minor(PREBUILT_GLIBC)) return false;
  const tool = packageFile(driver, 'prebuild-install', 'bin.js');
  if (!tool) return false;
  const child = spawnSync(process.execPath, [tool, '--runtime', 'napi'], {
    cwd: driver.folder,
    stdio: 'ignore',
    timeout: DOWNLOAD_WITHIN_MS,
    killSignal: 'SIGKILL',
  });
  return child.status === 0 && existsSync(driver.binary);
}

/** Its versions count 2.9, 2.10, 2.11, … */
function minor(version) {
  return Number(version.split('.')[1]);
}

/**
 * Compiles the driver with the headers that came with this Node; where there are none, node-gyp downloads them.
 * @param {import('./binary.mjs').Driver} driver
 */
export function compile(driver) {
  const missing = missingTools();
  if (missing.length > 0) throw new Error(`${missing.join(', ')} not found; ${advice()}`);
  const tool = nodeGyp(driver);
  const jobs = String(Math.min(availableParallelism(), MOST_JOBS));
  const child = spawnSync(process.execPath, [tool, 'rebuild', ...headers(), '-j', jobs], {
    cwd: driver.folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Node's own -O3 takes half as long again for nothing that shows.
    env: { ...process.env, CFLAGS: '-O2', CXXFLAGS: '-O2' },
  });
  if (child.status !== 0) {
    const log = `${child.stdout ?? ''}${child.stderr ?? ''}${child.error ?? ''}`;
    throw new Error(`the SQLite driver does not compile:\n${log.split('\n').slice(-40).join('\n')}\n${advice()}`);
  }
  keepOnlyTheBinary(driver);
}

/** The compiler's leavings are twenty times as large. */
function keepOnlyTheBinary(driver) {
  const aside = join(driver.folder, 'compiled.node');
  putBinary(driver.binary, aside);
  rmSync(join(driver.folder, 'build'), { recursive: true });
  putBinary(aside, driver.binary);
  rmSync(aside);
}

function headers() {
  const prefix = join(dirname(realpathSync(process.execPath)), '..');
  return existsSync(join(prefix, 'include/node/node.h')) ? [`--nodedir=${prefix}`] : [];
}

function nodeGyp(driver) {
  const fromNpm = join(
    dirname(realpathSync(process.execPath)),
    '../lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js',
  );
  const tool = packageFile(driver, 'node-gyp', 'bin/node-gyp.js') ?? (existsSync(fromNpm) ? fromNpm : null);
  if (!tool) throw new Error('node-gyp is not installed: run npm ci without --omit=optional');
  return tool;
}

/** A file of a package that the driver depends on; null where it is not installed. */
function packageFile(driver, name, file) {
  try {
    const manifest = createRequire(join(driver.folder, 'package.json')).resolve(`${name}/package.json`);
    return join(dirname(manifest), file);
  } catch {
    return null;
  }
}

function missingTools() {
  const wanted = [
    ['python3', 'python'],
    ['make', 'gmake'],
    ['g++', 'c++', 'clang++'],
  ];
  if (process.platform === 'win32') return [];
  return wanted.filter((names) => !names.some(runs)).map(([name]) => name);
}

function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

function advice() {
  if (process.platform === 'linux') return 'on Debian and Ubuntu: apt-get install -y python3 make g++';
  if (process.platform === 'darwin') return 'on macOS: xcode-select --install';
  return 'see https://github.com/nodejs/node-gyp#installation';
}
