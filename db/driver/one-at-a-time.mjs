import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 100;
/** Nothing done under a lock takes longer; in containers another process soon has the id of a holder that was killed. */
const LONGEST_MS = 10 * 60_000;

/**
 * Does `work` while no other process does the same: whoever comes second waits. A lock whose holder is gone is taken
 * over.
 * @template T
 * @param {string} file the lock, which holds the id of the process that has it
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!taken(file)) {
    if (holderIsGone(file)) rmSync(file, { force: true });
    else await pause(PAUSE_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function taken(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderIsGone(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Still empty: the holder is writing its id this very moment.
    if (holder > 0) process.kill(holder, 0);
    return Date.now() - statSync(file).mtimeMs > LONGEST_MS;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
