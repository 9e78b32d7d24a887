/** Requests of a random history, and their decisions: what an approval does is what its preview showed. */
import { expect } from 'vitest';
import { rows } from '../../db/statement.ts';
import { isRestrictionKind, restrictionOf, type StatusChangeKind } from '../../server/status-changes/contract.ts';
import { recordsOf } from './books.ts';
import type { Command } from './commands.ts';
import { before, happened, shown } from './effect.ts';
import { affiliates, MINUTE, type History } from './history.ts';
import { actorOf, type Person } from './people.ts';

const types = ['normal', 'broker', 'collaborator', 'market_maker', 'institutional'] as const;

interface Asked {
  id: number; uid: string; kind: StatusChangeKind; from_value: string; to_value: string; effective_at: number; requested_by: string; requested_role: string;
}

export async function ask(history: History, { who, affiliate, kind, to, ahead }: Command & { do: 'ask' }): Promise<string> {
  const uid = affiliates[affiliate % 3] as string;
  const at = ahead === null ? history.now : history.now + ahead * MINUTE;
  const tightens = kind === 'freeze' && history.naive.tightens(uid, 'frozen', at);
  const id = await history.floor.ask(who, uid, kind, {
    ...(kind === 'account_type' ? { to: types[to % 5] ?? 'normal' } : {}), effective_at: new Date(at).toISOString(),
  });
  if (tightens) history.naive.lay(id, uid, 'frozen', at, history.now + 72 * 60 * MINUTE);
  return `request ${id} for ${uid} from ${new Date(at).toISOString()}`;
}

export async function decide(history: History, { who, nth, verb }: Command & { do: 'decide' }): Promise<string> {
  const pending = await rows<Asked>(
    history.floor.database.read,
    `SELECT c.id, a.uid, c.kind, c.from_value, c.to_value, c.effective_at, c.requested_by, c.requested_role
     FROM status_changes c JOIN accounts a ON a.id = c.affiliate_id WHERE c.state = 'pending' ORDER BY c.id`,
  );
  const asked = pending.at(nth < 0 ? nth : nth % Math.max(pending.length, 1));
  if (!asked) return 'nothing to decide';
  if (verb === 'approve') await approve(history, who, asked);
  else {
    await history.floor[verb](who, asked.id);
    if (asked.kind === 'freeze') history.naive.endFreeze(asked.id, history.now);
  }
  return `request ${asked.id}`;
}

async function approve(history: History, who: Person, asked: Asked): Promise<void> {
  const { read } = history.floor.database;
  const known = await recordsOf(read, asked.uid);
  const preview = await history.floor.preview(asked.id);
  const was = await before(read, preview);
  await history.floor.approve(who, asked.id, preview);
  const actor = actorOf(who);
  expect(actor.name, 'nobody decides what they asked for').not.toBe(asked.requested_by);
  if (asked.kind === 'suspend' || asked.kind === 'terminate') expect(actor.role).toBe('compliance');
  apply(history, asked);
  const held = ['frozen', 'suspended'].includes(history.naive.restrictionAt(asked.uid, history.now));
  expect(await happened(read, was, preview, held), `preview of request ${asked.id}`).toEqual(shown(preview));
  const failing = known.filter((one) => history.earns(one) && one.executed_at >= asked.effective_at && history.verdictOf(one).reason !== '').map((one) => String(one.id));
  expect(failing, 'exactly those whose checks fail').toEqual(expect.arrayContaining(preview.reversals.records.map((one) => one.record_id)));
}

/** An approved change, in the naive reading; what it was asked from must hold. */
function apply(history: History, { id, uid, kind, from_value, to_value, effective_at }: Asked): void {
  if (isRestrictionKind(kind)) {
    history.naive.lay(id, uid, restrictionOf[kind], effective_at);
  } else if (kind === 'account_type') {
    expect(history.naive.valueAt(uid, 'account_type', effective_at, 'normal')).toBe(from_value);
    history.naive.learn({ uid, field: 'account_type', value: to_value, at: effective_at });
  } else {
    expect(history.naive.end(uid, effective_at), 'an enrolment was open').toBe(true);
  }
}
