/**
 * Builds what is stale into dist/: the server (tsc, without checking types: that is `npm run typecheck`) and the page
 * (vite). What starts as dist/server/main.js is put together with its packages, the modules beside it are its parts.
 * Writes to stderr only, since the output of a command may be read by a machine.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { oneAtATime } from '../../db/driver/one-at-a-time.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const brotli = promisify(brotliCompress);
/** The best costs four times as much for 3 % less. */
const QUALITY = 9;
const serverFolders = ['server', 'db', 'seeds'];

/** What is built: from which files, into what, how. */
const targets = {
  server: {
    sources: () => [
      ...serverFolders.flatMap((folder) => filesUnder(folder, /\.(ts|sql)$/)),
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.server.json',
      'vite.server.config.ts',
    ],
    result: join(dist, 'server', 'main.js'),
    build: buildServer,
  },
  client: {
    sources: () => [
      ...filesUnder('client', /./),
      // The page imports contracts, and contracts only what lies beside the concepts' folders.
      ...filesUnder('server', /^[^/]+\.ts$|\/contract\.ts$/),
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.client.json',
      'vite.config.ts',
    ],
    result: join(dist, 'client', 'index.html'),
    build: buildClient,
  },
};

/**
 * Builds the named targets that are stale.
 * @param {('server' | 'client')[]} names
 */
export async function build(names) {
  const isStale = (name) => !isFresh(name, fingerprint(targets[name].sources()));
  if (!names.some(isStale)) return;
  await oneAtATime(join(dist, '.lock'), async () => {
    await Promise.all(names.filter(isStale).map(buildTarget));
  });
}

async function buildTarget(name) {
  const { sources, build: make } = targets[name];
  const before = fingerprint(sources());
  const began = Date.now();
  rmSync(stamp(name), { force: true });
  await make();
  writeFileSync(stamp(name), before);
  process.stderr.write(`built the ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function isFresh(name, now) {
  return existsSync(targets[name].result) && existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === now;
}

function stamp(name) {
  return join(dist, `.${name}`);
}

/** Which files there are and when they were written: a deleted one counts too. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Paths from the root of the files under `folder` whose path from there matches. */
function filesUnder(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => pattern.test(file.slice(folder.length + 1)));
}

/** Built aside and then moved, so that nobody starts half a server and nothing of a deleted file stays. */
async function buildServer() {
  const aside = join(dist, '.next');
  rmSync(aside, { recursive: true, force: true });
  await run('typescript/bin/tsc', ['-p', 'tsconfig.server.json', '--noCheck', '--outDir', aside]);
  for (const file of serverFolders.flatMap((folder) => filesUnder(folder, /\.sql$/))) {
    mkdirSync(dirname(join(aside, file)), { recursive: true });
    cpSync(join(root, file), join(aside, file));
  }
  await run('vite/bin/vite.js', ['build', '--config', 'vite.server.config.ts', '--logLevel', 'warn']);
  for (const folder of [...serverFolders, 'bundle']) {
    rmSync(join(dist, folder), { recursive: true, force: true });
    renameSync(join(aside, folder), join(dist, folder));
  }
  rmSync(aside, { recursive: true, force: true });
}

async function buildClient() {
  await run('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  await Promise.all(filesUnder('dist/client/assets', /\.(js|css|svg)$/).map((file) => compressBeside(join(root, file))));
}

/** Files that never change are compressed once, and better than there is time for while somebody waits. */
async function compressBeside(path) {
  const content = readFileSync(path);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const small = await brotli(content, { params: { [BROTLI_PARAM_QUALITY]: QUALITY, [BROTLI_PARAM_SIZE_HINT]: content.length } });
  if (small.length < content.length) writeFileSync(`${path}.br`, small);
}

function run(tool, parameters) {
  const file = join(root, 'node_modules', tool);
  if (!existsSync(file)) throw new Error(`no ${tool} in node_modules to build with: run npm ci`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...parameters], { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${tool} ended with ${signal ?? code}`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build(['server', 'client']);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
