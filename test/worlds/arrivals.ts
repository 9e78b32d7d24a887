/** What becomes of a row of a feed when it arrives (CONTRACT 1; ENR-1…4, BIN-1, BIN-7, STA-1, STA-2, TIE-3). */
import { units } from './decimals.ts';
import { keyOf, type AnyRow, type FeedName, type Row } from './feeds.ts';
import { admitsType, isMica, type Family, type Programme } from './rulebook.ts';
import { faultsOf, sameValues } from './soundness.ts';
import { monthAfter, monthOf } from './times.ts';
import {
  applyKnownTypeChanges, applyTypeChange, enrolmentAt, instantOf, isEvaluated, stateAt, type World,
} from './world.ts';

/** `accepted` · `duplicate` · `conflict` · `rejected:<codes>` · `binding_refused:<code>` (accepted, but unbound). */
export type RowOutcome =
  | 'accepted' | 'duplicate' | 'conflict' | `rejected:${string}` | `binding_refused:${string}`;

/** The row's own faults come first, then its key, then what it refers to. */
export function arrive(world: World, feed: FeedName, row: AnyRow): RowOutcome {
  const faults = faultsOf(feed, row);
  if (faults.length > 0) return `rejected:${faults.join(';')}`;
  const key = keyOf(feed, row);
  const stored = world.rows.find((r) => r.feed === feed && r.key === key);
  if (stored !== undefined) return sameValues(feed, stored.row, row) ? 'duplicate' : 'conflict';
  const outcome = take(world, feed, row);
  if (!outcome.startsWith('rejected')) world.rows.push({ feed, key, row });
  return outcome;
}

function take(world: World, feed: FeedName, row: AnyRow): RowOutcome {
  if (feed === 'accounts') return takeAccount(world, row as Row<'accounts'>);
  if (feed === 'prices' || feed === 'manifests') return 'accepted';
  const account = world.accounts.find((a) => a.uid === row['uid']);
  if (account === undefined) return 'rejected:unknown_uid';
  if (instantOf(row, INSTANT_COLUMN[feed]) < account.registeredAt) return 'rejected:before_registration';
  if (feed === 'account-events') return takeEvent(world, row as Row<'account-events'>);
  if (feed === 'activations') return takeActivation(world, row as Row<'activations'>);
  if (feed === 'ratios') return takeRatio(world, row as Row<'ratios'>);
  if (feed === 'transfers') return takeTransfer(world, row as Row<'transfers'>);
  return takeTrade(world, row as Row<'trades'>);
}

const INSTANT_COLUMN = {
  'account-events': 'occurred_at', activations: 'activated_at', ratios: 'set_at', transfers: 'occurred_at',
  trades: 'executed_at',
};

/** TIE-3: the month a fact counts for: its own, or the earliest one after it that is still open. */
function countedMonth(world: World, at: number): string {
  let month = monthOf(at);
  while (isEvaluated(world, month)) month = monthAfter(month);
  return month;
}

function takeAccount(world: World, row: Row<'accounts'>): RowOutcome {
  if (world.accounts.some((a) => a.row.referral_code === row.referral_code)) return 'rejected:referral_code_taken';
  const registeredAt = instantOf(row, 'registered_at');
  world.accounts.push({ uid: row.uid, registeredAt, row });
  if (row.inviter_code === '') return 'accepted';
  const refusal = bindingRefusal(world, row, registeredAt);
  if (refusal !== null) {
    world.refusedBindings.push({ invitee: row.uid, code: refusal });
    return `binding_refused:${refusal}`;
  }
  const inviter = world.accounts.find((a) => a.row.referral_code === row.inviter_code);
  if (inviter === undefined) throw new Error('an unknown code is refused above');
  world.bindings.push({
    invitee: row.uid, inviter: inviter.uid, at: registeredAt, month: countedMonth(world, registeredAt),
  });
  return 'accepted';
}

/** The account itself is known by now, so that its own code is found as its own. */
function bindingRefusal(world: World, row: Row<'accounts'>, at: number): string | null {
  const inviter = world.accounts.find((a) => a.row.referral_code === row.inviter_code);
  if (inviter === undefined) return 'unknown_inviter_code';
  if (inviter.uid === row.uid) return 'self_referral';
  if (isMica(row.country, at) && enrolmentAt(world, inviter.uid, at)?.programme === 'pro') return 'mica_region';
  return null;
}

function takeEvent(world: World, row: Row<'account-events'>): RowOutcome {
  const at = instantOf(row, 'occurred_at');
  world.events.push({ uid: row.uid, at, field: row.field, value: row.value });
  if (row.field === 'account_type') applyTypeChange(world, row.uid, row.value, at);
  return 'accepted';
}

function takeActivation(world: World, row: Row<'activations'>): RowOutcome {
  const at = instantOf(row, 'activated_at');
  const programme = row.programme as Programme;
  const codes: string[] = [];
  if (world.enrolments.some((e) => e.uid === row.uid && e.to > at)) codes.push('already_enrolled');
  if (!admitsType(programme, stateAt(world, row.uid, 'account_type', at))) codes.push('account_type_not_eligible');
  if (stateAt(world, row.uid, 'kyc_level', at) !== 'advanced') codes.push('kyc_not_advanced');
  if (codes.length > 0) return `rejected:${codes.join(';')}`;
  const id = world.enrolments.length;
  const enrolment = { id, uid: row.uid, programme, from: at, to: Number.POSITIVE_INFINITY, endReason: null };
  world.enrolments.push(enrolment);
  applyKnownTypeChanges(world, enrolment);
  return 'accepted';
}

function takeRatio(world: World, row: Row<'ratios'>): RowOutcome {
  const family = row.family as Family;
  world.ratios.push({ uid: row.uid, family, bps: Number(row.ratio_bps), at: instantOf(row, 'set_at') });
  return 'accepted';
}

function takeTransfer(world: World, row: Row<'transfers'>): RowOutcome {
  world.transfers.push({
    uid: row.uid,
    month: countedMonth(world, instantOf(row, 'occurred_at')),
    fromOutside: row.direction === 'in' && row.source !== 'internal',
    amount: units(row.amount_usdt),
  });
  return 'accepted';
}

function takeTrade(world: World, row: Row<'trades'>): RowOutcome {
  const at = instantOf(row, 'executed_at');
  world.trades.push({
    id: row.trade_id, uid: row.uid, at, month: countedMonth(world, at), product: row.product,
    volume: units(row.volume_usdt), fee: units(row.fee), offset: units(row.fee_offset),
    currency: row.fee_currency, api: row.via_api === 'true',
  });
  return 'accepted';
}
