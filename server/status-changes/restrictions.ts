import { rows, type Connection } from '../../db/statement.ts';
import { spansOf, type Span, type StateBook } from '../accounts/states.ts';
import { FOREVER } from '../calendar.ts';
import type { StatusChangeKind, StatusChangeState } from './contract.ts';
import { loosens } from './rules.ts';

/** A restriction that was laid on, by a request or by whatever else its cause names; `order`: of two that begin at once the later one holds. */
export interface Laid {
  value: string;
  from_at: number;
  to_at: number;
  order: number;
  cause: string;
}

/** How a request names itself in what it lays on, and where what it laid on ends with nothing behind it. */
export const causeOf = (changeId: number): string => `status_change:${changeId}`;
const endOf = (cause: string): string => `${cause}:end`;

interface Request {
  id: number;
  kind: StatusChangeKind;
  from_value: string;
  to_value: string;
  effective_at: number;
  holds_until: number | null;
  state: StatusChangeState;
  decided_at: number | null;
}

/**
 * STA-7, STA-8: writes into the book which restriction holds when, anew from all that was ever laid on: what begins last holds,
 * and what was before goes on behind a freeze that ends by itself or is taken back. `approved` holds as if it were approved now.
 */
export async function restateRestriction(connection: Connection, book: StateBook, accountId: number, approved: Laid | null = null): Promise<void> {
  const list = spansOf(book, accountId, 'restriction');
  const others = list.filter((span) => !span.cause.startsWith('status_change:')).map((span) => ({ ...span, to_at: FOREVER, order: 0 }));
  const requested = (await requestsOf(connection, accountId)).flatMap(laidBy);
  const laid = [...others, ...requested.filter((one) => one.cause !== approved?.cause), ...(approved ? [approved] : [])];
  const now = timeline(laid).map((one): Span => {
    const known = list.find((span) => span.value === one.value && span.cause === one.cause && span.from_at === one.from_at && span.to_at === one.to_at);
    return known ?? { id: null, account_id: accountId, field: 'restriction', value: one.value, from_at: one.from_at, to_at: one.to_at, cause: one.cause };
  });
  for (const span of list) if (span.id !== null && !now.includes(span)) book.superseded.push(span.id);
  list.splice(0, list.length, ...now);
}

function requestsOf(connection: Connection, accountId: number): Promise<Request[]> {
  return rows<Request>(
    connection,
    `SELECT id, kind, from_value, to_value, effective_at, holds_until, state, decided_at FROM status_changes
     WHERE affiliate_id = :accountId AND kind IN ('restrict', 'freeze', 'suspend', 'lift') ORDER BY id`,
    { accountId },
  );
}

/** Over which time a request holds by its state alone; a freeze that tightens from filing. */
function laidBy({ id, kind, from_value, to_value, effective_at, holds_until, state, decided_at }: Request): Laid[] {
  const until = (to_at: number): Laid[] => [{ value: to_value, from_at: effective_at, to_at, order: id, cause: causeOf(id) }];
  if (state === 'approved' || state === 'applied') return until(FOREVER);
  if (kind !== 'freeze' || holds_until === null || loosens(kind, from_value)) return [];
  return until(state === 'pending' || state === 'lapsed' ? holds_until : Math.min(holds_until, decided_at ?? holds_until));
}

/** What holds from one instant at which anything begins or ends to the next; `none` from where what held ends with nothing behind it. */
export function timeline(laid: Laid[]): Omit<Laid, 'order'>[] {
  const sound = laid.filter((one) => one.from_at < one.to_at);
  const instants = [...new Set([...sound.flatMap((one) => [one.from_at, one.to_at]), FOREVER])].sort((a, b) => a - b);
  const spans: Omit<Laid, 'order'>[] = [];
  for (const [index, from_at] of instants.slice(0, -1).entries()) {
    const to_at = instants[index + 1] as number;
    const before = spans.at(-1);
    const holding = holdingAt(sound, from_at) ?? { value: 'none', cause: endOf(before?.cause ?? '') };
    if (before?.cause === holding.cause) before.to_at = to_at;
    else spans.push({ value: holding.value, cause: holding.cause, from_at, to_at });
  }
  return spans;
}

function holdingAt(laid: Laid[], at: number): Laid | null {
  return laid
    .filter((one) => one.from_at <= at && at < one.to_at)
    .reduce<Laid | null>((last, one) => (last && (last.from_at > one.from_at || (last.from_at === one.from_at && last.order > one.order)) ? last : one), null);
}
