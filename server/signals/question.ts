import { monthOf } from '../calendar.ts';
import type { Condition, ListQuery } from '../lists/query.ts';
import { Refusal } from '../refusal.ts';
import { SIGNAL_MONTHS, type SignalRow } from './contract.ts';

/** The months that a question is about: those it names, by month or by id; else the one of the clock. */
export function monthsAsked({ filter }: ListQuery, now: number): string[] {
  const named = filter.flatMap((condition) => {
    if (condition.field === 'month') return valuesOf(condition);
    return condition.field === 'id' ? valuesOf(condition).map((id) => id.slice(0, 7)).filter((text) => /^(?!0000|9999)\d{4}-(0[1-9]|1[0-2])$/.test(text)) : [];
  });
  const asksMonths = filter.some(({ field }) => field === 'month' || field === 'id');
  const months = asksMonths ? [...new Set(named)] : [monthOf(now)];
  if (months.length > SIGNAL_MONTHS) throw new Refusal('bad_request', { field: 'month' }, `month: at most ${SIGNAL_MONTHS} at once.`);
  return months.toSorted();
}

function valuesOf(condition: Condition): string[] {
  if (condition.operator === 'eq') return condition.value === null ? [] : [String(condition.value)];
  if (condition.operator === 'in') return condition.value.filter((value) => value !== null).map(String);
  throw new Refusal('bad_request', { field: condition.field }, `${condition.field} is not compared.`);
}

/** The rows that fit, in the order asked for, ties by id. */
export function answer(signals: SignalRow[], { filter, sort }: ListQuery): SignalRow[] {
  const field = sort.field as keyof SignalRow;
  const turn = sort.direction === 'ASC' ? 1 : -1;
  return signals
    .filter((signal) => filter.every((condition) => fits(signal, condition)))
    .toSorted((one, other) => turn * (compare(one[field], other[field]) || compare(one.id, other.id)));
}

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  return (one as string) < (other as string) ? -1 : 1;
}

function fits(signal: SignalRow, condition: Condition): boolean {
  if (condition.operator === 'q') return signal.affiliate_uid === condition.value;
  const value = signal[condition.field as keyof SignalRow];
  switch (condition.operator) {
    case 'eq':
      return value === condition.value;
    case 'in':
      return (condition.value as unknown[]).includes(value);
    case 'gte':
      return compare(value, condition.value) >= 0;
    case 'gt':
      return compare(value, condition.value) > 0;
    case 'lte':
      return compare(value, condition.value) <= 0;
    default:
      return compare(value, condition.value) < 0;
  }
}
