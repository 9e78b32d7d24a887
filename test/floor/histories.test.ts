/** Random histories of feeds, requests, decisions, runs, payouts, confirmations, reversals, corrections and restarts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { row } from '../../db/statement.ts';
import { testEngine } from '../database.ts';
import { findings } from './books.ts';
import type { Command } from './commands.ts';
import { Floor } from './floor.ts';
import { History, threeAffiliates } from './history.ts';
import { wrongNow } from './invariants.ts';
import { randomHistory } from './scenes.ts';
import { perform } from './steps.ts';

/** A step asks PostgreSQL a dozen questions of a few milliseconds each: fewer worlds there, more by RANDOM_WORLDS. */
const RANDOM_WORLDS = Number(process.env['RANDOM_WORLDS'] ?? (testEngine === 'sqlite' ? 30 : 6));

async function play(commands: Command[]): Promise<void> {
  const floor = await Floor.open(threeAffiliates);
  const history = new History(floor);
  try {
    for (const command of commands) {
      const moved = await perform(history, command);
      const wrong = moved ? await wrongNow(history) : [];
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    }
    await floor.tick();
    const overdue = await row<{ n: number }>(
      floor.database.read,
      `SELECT count(*) AS n FROM status_changes WHERE (state = 'pending' AND holds_until <= :now) OR (state = 'approved' AND effective_at <= :now)`,
      { now: history.now },
    );
    expect(overdue, 'what fell due is settled').toEqual({ n: 0 });
    expect(await findings(floor.database)).toEqual([]);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${history.log.join('\n')}`, { cause: error });
  } finally {
    await floor.close();
  }
}

test('conservation, one line a record, no record past its enrolment’s end, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory, play),
    // A failing world is told as it is; RANDOM_SHRINK=1 looks for a smaller one, which takes minutes.
    { numRuns: RANDOM_WORLDS, endOnFailure: process.env['RANDOM_SHRINK'] !== '1', ...(process.env['RANDOM_SEED'] ? { seed: Number(process.env['RANDOM_SEED']) } : {}) },
  );
}, 1_200_000);
