import type { Database } from '../../db/connection.ts';

/** What a test database holds beyond the migrated schema. */
export interface Filling {
  /** Two fillings of one name put in the same: the first is played, the others are copies of what it left. */
  name: string;
  fill(database: Database): Promise<unknown>;
}

export interface TestDatabaseUrl {
  url: string;
  /** Takes the database away; connections that are still open are cut. */
  remove(): Promise<void>;
}

export const nothing: Filling = { name: 'nothing', fill: async () => {} };

/** A setting of test/vitest.config.ts and test/run/setup.mjs. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with --config test/vitest.config.ts`);
  return value;
}
