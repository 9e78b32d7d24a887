/** Reversals and corrections of a random history. */
import { rows } from '../../db/statement.ts';
import { recordsOf, type RecordSeen } from './books.ts';
import type { Command } from './commands.ts';
import type { History } from './history.ts';

async function pick(history: History, nth: number): Promise<RecordSeen | undefined> {
  const list = await recordsOf(history.floor.database.read);
  return nth < 0 ? list.findLast((one) => history.earns(one)) : list[nth % Math.max(list.length, 1)];
}

async function pending(history: History, table: 'reversals' | 'corrections', nth: number): Promise<number | undefined> {
  const list = await rows<{ id: number }>(history.floor.database.read, `SELECT id FROM ${table} WHERE state = 'pending' ORDER BY id`);
  return list.at(nth < 0 ? nth : nth % Math.max(list.length, 1))?.id;
}

export async function reverse(history: History, { who, nth }: Command & { do: 'reverse' }): Promise<string> {
  const record = await pick(history, nth);
  return record ? `request ${await history.floor.askReversal(who, record.id)} of ${record.id}` : 'nothing to reverse';
}

export async function decideReversal(history: History, { who, nth, verb }: Command & { do: 'decide reversal' }): Promise<string> {
  const id = await pending(history, 'reversals', nth);
  if (id === undefined) return 'nothing to decide';
  await (verb === 'approve' ? history.floor.approveReversal(who, id) : history.floor.rejectReversal(who, id));
  return `request ${id}`;
}

export async function correct(history: History, { who, nth, amount }: Command & { do: 'correct' }): Promise<string> {
  const short = await rows<{ id: number }>(history.floor.database.read, 'SELECT record_id AS id FROM shortfalls ORDER BY id');
  const record = short[nth % Math.max(short.length * 2, 1)] ?? (await pick(history, nth));
  return record ? `request ${await history.floor.askCorrection(who, record.id, amount ?? undefined)} of ${record.id}` : 'nothing to correct';
}

export async function decideCorrection(history: History, { who, nth, verb }: Command & { do: 'decide correction' }): Promise<string> {
  const id = await pending(history, 'corrections', nth);
  if (id === undefined) return 'nothing to decide';
  await (verb === 'approve' ? history.floor.approveCorrection(who, id) : history.floor.rejectCorrection(who, id));
  return `request ${id}`;
}
