import { dialectOf, type Database } from '../../db/connection.ts';
import type { Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant, parseInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { takeStep } from '../transitions/service.ts';
import { nextRevision } from '../engine/head.ts';
import { Refusal } from '../refusal.ts';
import { boostSteps, type NewBoost } from './contract.ts';
import { accountInProgramme, decideBoostRow, findBoost, insertBoost, insertBoostPeriod } from './store.ts';

export type BoostDecision = 'approve' | 'reject';

/**
 * TIE-9: asks for a boost period of one affiliate or of the whole programme; answers its id. It protects nobody until another member
 * of staff approves it. Refuses `bad_value` for instants that are none or not in order, and an affiliate who does not take part in the
 * programme at any instant of the period.
 */
export async function requestBoost(database: Database, clock: Clock, actor: Actor, boost: NewBoost): Promise<number> {
  const from_at = instant('from', boost.from);
  const to_at = instant('to', boost.to);
  if (from_at >= to_at) throw new Refusal('bad_value', { field: 'to' }, 'to: the period ends after it begins.');
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const affiliate_id = await affiliateId(transaction, boost, from_at, to_at);
    const text_id = await insertFreeText(transaction, affiliate_id, boost.text);
    const id = await insertBoost(transaction, { affiliate_id, programme: boost.programme, from_at, to_at, text_id, at }, actor);
    await writeAudit(transaction, {
      at,
      actor,
      action: 'boost.requested',
      subject_type: 'boosts',
      subject_id: String(id),
      changes: {
        state: { old: null, new: 'pending' },
        affiliate_uid: { old: null, new: boost.affiliate_uid ?? null },
        programme: { old: null, new: boost.programme },
        from: { old: null, new: formatInstant(from_at) },
        to: { old: null, new: formatInstant(to_at) },
      },
    });
    return id;
  });
}

function instant(field: string, text: string): number {
  const at = parseInstant(text);
  if (at === null) throw new Refusal('bad_value', { field }, `${field}: is no instant, such as 2026-03-11T00:00:00.000Z.`);
  return at;
}

async function affiliateId(transaction: Transaction, { affiliate_uid, programme }: NewBoost, from: number, to: number): Promise<number | null> {
  if (affiliate_uid === null || affiliate_uid === undefined) return null;
  const id = await accountInProgramme(transaction, affiliate_uid, programme, from, to);
  if (id === undefined) throw new Refusal('bad_value', { field: 'affiliate_uid' }, `affiliate_uid: takes no part in ${programme} in that period.`);
  return id;
}

/**
 * TIE-9: a second member of staff decides; from the revision of the approval on evaluations know the period, those done before stay as
 * they are. Compare-and-set. Refuses `not_found`, `forbidden`, `own_request`, `not_pending`.
 */
export async function decideBoost(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  decision: BoostDecision,
  comment: string | null,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = decision === 'approve' ? await nextRevision(transaction, at, `boost:${id}`) : null;
    const boost = await findBoost(transaction, id, dialectOf(transaction).lockForUpdate);
    if (!boost) throw new Refusal('not_found', { id: String(id) });
    const { to: state } = takeStep(boostSteps, decision, actor, boost);
    if (!(await decideBoostRow(transaction, id, state, { at, comment }, actor))) throw new Refusal('not_pending');
    if (revision !== null) await insertBoostPeriod(transaction, boost, revision);
    await writeAudit(transaction, {
      at,
      actor,
      action: decision === 'approve' ? 'boost.approved' : 'boost.rejected',
      subject_type: 'boosts',
      subject_id: String(id),
      changes: { state: { old: 'pending', new: state }, decided_at: { old: null, new: formatInstant(at) } },
      reason: comment,
    });
  });
}
