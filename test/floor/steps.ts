/** One command of a random history after the other. */
import { expect } from 'vitest';
import { row } from '../../db/statement.ts';
import { Refusal } from '../../server/refusal.ts';
import type { Command } from './commands.ts';
import { refusalOf } from './floor.ts';
import { DAY, MINUTE, type History } from './history.ts';
import { activate, learn, leave, takeTrades } from './steps-feeds.ts';
import { confirm, payout, release, resume, run, settle } from './steps-paying.ts';
import { correct, decideCorrection, decideReversal, reverse } from './steps-records.ts';
import { ask, decide } from './steps-requests.ts';

type Steps = { [C in Command as C['do']]: (history: History, command: C) => Promise<unknown> };

/** What each command does; a text tells what came of it. */
const steps: Steps = {
  wait: async (history, { minutes }) => history.setClock(history.now + minutes * MINUTE),
  'next day': nextDay,
  trades: (history, { list }) => takeTrades(history, list),
  events: (history, { list }) => learn(history, list),
  leave, activate, ask, decide, reverse, correct,
  'decide reversal': decideReversal,
  'decide correction': decideCorrection,
  run,
  payout: (history, { who }) => payout(history, who),
  release: (history, { who }) => release(history, who),
  confirm: (history, { list }) => confirm(history, list),
  settle: (history, { nth }) => settle(history, nth),
  stop: (history) => history.floor.stop('cleo'),
  resume,
  tick: (history) => history.floor.tick(),
  restart: (history) => history.floor.restart(),
};

/** The morning after: the run, the batch, and it goes out, unless payouts are stopped. */
async function nextDay(history: History): Promise<string> {
  history.setClock(Math.ceil(history.now / DAY) * DAY + 60 * MINUTE);
  return `${await run(history)}, ${await payout(history, null)}, ${await refusalOf(release(history, 'ona'))}`;
}

/**
 * Does it, and logs what came of it; a command that is refused leaves nothing behind. Answers whether anything is otherwise than
 * before: rows, or the instant at which they are read.
 */
export async function perform(history: History, command: Command): Promise<boolean> {
  const was = await trail(history);
  const { do: what, ...how } = command;
  let outcome: unknown;
  try {
    outcome = await (steps[what] as (history: History, command: Command) => Promise<unknown>)(history, command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome = error.code;
    expect(await trail(history), `${what}: a refusal leaves nothing behind`).toBe(was);
  }
  history.log.push(`${history.floor.instant.slice(5, 16)} ${what} ${JSON.stringify(how)}: ${String(outcome)}`);
  return (await trail(history)) !== was;
}

/** Another text where anything was written, or where time went on. */
async function trail({ floor }: History): Promise<string> {
  const seen = await row(
    floor.database.read,
    'SELECT (SELECT max(seq) FROM audit_events) AS audit, (SELECT revision FROM engine_head) AS revision, (SELECT count(*) FROM free_texts) AS texts',
  );
  return `${floor.instant} ${JSON.stringify(seen)}`;
}
