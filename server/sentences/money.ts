import type { RecordKind, RecordStatus } from '../commissions/contract.ts';
import { addDays, dayStart } from '../calendar.ts';
import { known } from '../known.ts';
import type { PayoutLineState } from '../payouts/contract.ts';
import { deadlineOf } from '../payouts/rules.ts';
import type { Sentence } from './contract.ts';
import { speaker, together } from './form.ts';
import type { Due, MoneyCases } from './money/cases.ts';
import { german } from './money/de.ts';
import { english } from './money/en.ts';
import { persian } from './money/fa.ts';
import { french } from './money/fr.ts';
import type { Told } from './wording.ts';

const say = speaker<MoneyCases>({ en: english, fr: french, de: german, fa: persian });

/** Where payouts stand: the day of the last batch, and the instant that it is asked at. */
export interface PayoutClock {
  now: number;
  last_day: string | null;
}

/** What a record's way to payout is told from; amounts in e8. */
export interface RecordMoney {
  kind: RecordKind;
  status: Exclude<RecordStatus, 'held'>;
  amount: bigint;
  currency: string;
  /** Of the trade; of a bonus its own. */
  at: number;
  run_day: string;
  /** Nothing of the affiliate is paid out now, for whatever reason (STA-7, PAY-3, PAY-7). */
  held: boolean;
  /** All that is open of the affiliate in this currency. */
  open_sum: bigint;
  /** The line that it is in, or was paid with. */
  line: { day: string; deadline_at: number; status: PayoutLineState } | null;
  paid_at: number | null;
  /** The last line that failed. */
  failed: { day: string; failed_at: number } | null;
  reversed_at: number | null;
  /** Of a reversal: the kind of what it reverses. */
  reverses: RecordKind | null;
}

export interface LineMoney {
  status: PayoutLineState;
  amount: bigint;
  currency: string;
  day: string;
  deadline_at: number;
  confirmed_at: number | null;
  held: boolean;
}

/** When the money of a record comes, or came. */
export function recordSentence(record: RecordMoney, clock: PayoutClock): Sentence {
  const main = say(tellRecord(record, clock));
  const { failed, reversed_at, status } = record;
  const more: Sentence[] = [];
  if (failed && status !== 'zero') more.push(say({ tells: 'tried_before', facts: { day_at: dayStart(failed.day), failed_at: failed.failed_at } }));
  if (reversed_at !== null && status !== 'open') more.push(say({ tells: 'reversed', facts: { at: reversed_at } }));
  return together(main, ...more);
}

function tellRecord(record: RecordMoney, clock: PayoutClock): Told<MoneyCases> {
  const { status, held, line, at, open_sum } = record;
  const due = dueOf(record);
  if (status === 'zero') return { tells: 'nothing_due', facts: { at } };
  if (record.reverses !== null) {
    return line ? { tells: 'deducted', facts: { due, day_at: dayStart(line.day) } } : { tells: 'deducted_next', facts: { due } };
  }
  if (status === 'paid') {
    const { day } = known(line, 'line');
    return { tells: 'paid', facts: { due, day_at: dayStart(day), paid_at: known(record.paid_at, 'paid_at') } };
  }
  if (status === 'open' && record.reversed_at !== null) return { tells: 'cancelled_out', facts: { due, at: record.reversed_at } };
  if (held && (status === 'open' || heldBack(known(line, 'line')))) return { tells: 'held', facts: { due } };
  if (status === 'in_batch') {
    const { day, deadline_at } = known(line, 'line');
    return { tells: deadline_at < clock.now ? 'late' : 'batched', facts: { due, day_at: dayStart(day), deadline_at } };
  }
  if (open_sum <= 0n) return { tells: 'carried_over', facts: { due, sum: open_sum } };
  return tellNext(due, record.run_day, clock);
}

/** A hold takes a line out of its batch only until the batch is released (PAY-3). */
function heldBack({ status }: { status: PayoutLineState }): boolean {
  return status === 'ready';
}

/** What is open enters the payout for its run's day, or for the day after the last one made. */
function tellNext(due: Due, runDay: string | null, { now, last_day }: PayoutClock): Told<MoneyCases> {
  const following = last_day === null ? runDay : addDays(last_day, 1);
  const day = runDay !== null && following !== null && runDay > following ? runDay : following;
  const deadline_at = day === null ? null : deadlineOf(day);
  if (day === null || deadline_at === null || deadline_at <= now) return { tells: 'next_undated', facts: { due } };
  return { tells: 'next', facts: { due, day_at: dayStart(day), deadline_at } };
}

function dueOf({ kind, reverses, amount, currency, at }: RecordMoney): Due {
  const of = reverses ?? kind;
  const size = amount < 0n ? -amount : amount;
  if (of === 'bonus') return { kind: of, amount: size, currency };
  return { kind: of === 'correction' ? of : 'commission', amount: size, currency, at };
}

/** What became of a line, without why it was held or taken out. */
export function lineSentence(line: LineMoney, now: number): Sentence {
  return say(tellLine(line, now));
}

function tellLine(line: LineMoney, now: number): Told<MoneyCases> {
  const { status, amount, currency, day, deadline_at, confirmed_at } = line;
  const facts = { amount, currency, day_at: dayStart(day) };
  switch (status) {
    case 'paid':
      return { tells: 'line_paid', facts: { ...facts, paid_at: known(confirmed_at, 'confirmed_at') } };
    case 'failed':
      return { tells: line.held ? 'line_failed_held' : 'line_failed', facts: { ...facts, failed_at: known(confirmed_at, 'confirmed_at') } };
    case 'withdrawn':
      return { tells: 'line_not_sent', facts };
    case 'ready':
    case 'released':
      if (line.held && heldBack(line)) return { tells: 'line_held', facts };
      return { tells: deadline_at < now ? 'line_late' : 'line_batched', facts: { ...facts, deadline_at } };
  }
}

/** When what is unpaid of an affiliate in one currency comes: the lines on their way, then what is open. Null where there is none. */
export function balanceSentence(
  { currency, open, held, lines }: { currency: string; open: bigint; held: boolean; lines: LineMoney[] },
  clock: PayoutClock,
): Sentence | null {
  const parts = lines.map((line) => lineSentence(line, clock.now));
  const due: Due = { kind: 'sum', amount: open, currency };
  if (open < 0n) parts.push(say({ tells: 'balance_carried', facts: { sum: open, currency } }));
  else if (open > 0n) parts.push(say(held ? { tells: 'held', facts: { due } } : tellNext(due, null, clock)));
  return parts.length === 0 ? null : together(...parts);
}
