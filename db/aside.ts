import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { Transaction } from './statement.ts';

/** What stands beside the database goes by this name, for who makes it ready and for who writes with it. */
export const BESIDE = 'beside';

/** What was made ready beside the database, until it is used or forgotten. */
export interface Ready<T> {
  value: T;
  /** A transaction that writes, and finds what was made ready. */
  transaction<R>(work: (transaction: Transaction) => Promise<R>): Promise<R>;
  forget(): Promise<void>;
}

/**
 * Work for the next transaction while one is written: reading, and tables of what was read, on a connection of its own that sees the database as it is
 * and cannot write it. The tables stand in the process's memory, where the writer reads them, and are gone with the transaction
 * that used them, or with the process. One is made ready at a time: who makes the next one waits until the last one is used.
 */
export interface Aside {
  prepare<T>(work: (connection: Transaction) => Promise<T>): Promise<Ready<T>>;
}

export function sqliteAside(read: Knex, write: Knex): Aside {
  const [making, using] = [turns(), turns()];
  return {
    async prepare(work) {
      const made = await making();
      const url = `file:/${randomBytes(8).toString('hex')}?vfs=memdb`;
      const forget = async (): Promise<void> => {
        await read.raw(`DETACH ${BESIDE}`);
        made();
      };
      try {
        await read.raw(`ATTACH ? AS ${BESIDE}`, [url]);
      } catch (error) {
        made();
        throw error;
      }
      try {
        const value = await read.transaction(work);
        return { value, forget, transaction: (writing) => writeWith(url, forget, writing) };
      } catch (error) {
        await forget();
        throw error;
      }
    },
  };

  async function writeWith<R>(url: string, forget: () => Promise<void>, work: (transaction: Transaction) => Promise<R>): Promise<R> {
    const used = await using();
    try {
      // Before the transaction, which would not let it in; it lasts as long as somebody holds it.
      await write.raw(`ATTACH ? AS ${BESIDE}`, [url]).finally(forget);
      try {
        return await write.transaction(work);
      } finally {
        await write.raw(`DETACH ${BESIDE}`);
      }
    } finally {
      used();
    }
  }
}

/** One after the other: answers, when it is one's turn, how to end it. */
function turns(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    let end = (): void => {};
    last = new Promise((resolve) => { end = resolve; });
    await before;
    return end;
  };
}
