import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../db/connection.ts';
import { setting, type Filling, type TestDatabaseUrl } from './filling.ts';

/** Paths of what was filled, by the filling's name. They lie beside the template and go with it. */
const filledFiles = new Map<string, Promise<string>>();

/** A copy of the migrated template with the filling in it. */
export async function sqliteDatabase(filling: Filling): Promise<TestDatabaseUrl> {
  let original = filledFiles.get(filling.name);
  if (!original) {
    original = fillOne(filling);
    filledFiles.set(filling.name, original);
  }
  const path = copyOf(await original);
  return {
    url: `sqlite:${path}`,
    remove: async () => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
    },
  };
}

async function fillOne(filling: Filling): Promise<string> {
  const path = copyOf(setting('TEST_SQLITE_TEMPLATE'));
  const database = openDatabase(`sqlite:${path}`);
  try {
    await filling.fill(database);
  } finally {
    // Closed, the journal is back in the file, which can be copied.
    await database.close();
  }
  return path;
}

function copyOf(path: string): string {
  const copy = join(dirname(path), `${randomBytes(6).toString('hex')}.sqlite`);
  copyFileSync(path, copy, constants.COPYFILE_EXCL);
  return copy;
}
