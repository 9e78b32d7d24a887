/** Where the databases of the tests lie, and who clears away after a process that was killed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 4 * 1024 ** 3;

/**
 * A new folder for databases, in memory where there is room: what a test mostly waits for is the disk, at every commit, and
 * nothing here has to survive a power cut. A process that is killed loses no more in memory than on a disk.
 */
export function databaseFolder(prefix) {
  return mkdtempSync(join(memoryHasRoom() ? MEMORY : tmpdir(), prefix));
}

function memoryHasRoom() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, process.availableMemory()) > ROOM_BYTES;
}

/**
 * A shell outside this process group that waits for the end of its standard input: it comes with the function returned, or
 * when this process is gone for whatever reason. Then it does what `script` says.
 */
export function onceGone(script, parameters) {
  const watcher = spawn('/bin/sh', ['-c', `cat >/dev/null\n${script}`, 'sh', ...parameters], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise((resolve) => watcher.once('exit', resolve));
  watcher.unref();
  watcher.stdin.unref();
  return async () => {
    watcher.ref();
    watcher.stdin.end();
    await gone;
  };
}
