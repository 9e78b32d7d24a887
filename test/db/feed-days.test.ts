/** What the feeds' days hold is taken over from before it was kept (PAY-8). */
import { expect, test } from 'vitest';
import { migrate, rollback } from '../../db/migrate.ts';
import { rows } from '../../db/statement.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase } from '../database.ts';
import { playSmallWorld } from './small-world.ts';

test('a database that has been at work before counts the same days as one that counted from the first row on', async () => {
  const { database, close } = await openTestDatabase({ reference: { now: () => 0 } });
  try {
    await playSmallWorld(database);
    const days = () => rows<{ feed: string }>(
      database.read,
      `SELECT feed, day, row_count, sum_units + sum_fraction_e8 / 100000000 AS units, sum_fraction_e8 % 100000000 AS fraction FROM feed_days
       WHERE feed NOT IN ('payout-confirmations', 'applications') ORDER BY feed, day`,
    );
    const kept = await days();
    expect(new Set(kept.map(({ feed }) => feed)).size).toBeGreaterThan(5);
    while ((await rollback(database)) !== '0016_manifests_and_the_routine');
    await migrate(database);
    expect(await days()).toEqual(kept);
    expect((await verify(database)).filter(({ name, wrong }) => name === 'feed_days_kept' && wrong > 0)).toEqual([]);
  } finally {
    await close();
  }
});
