import { rows, type Connection } from '../../db/statement.ts';
import { spansOf, type Span, type StateBook } from '../accounts/states.ts';
import { FOREVER } from '../calendar.ts';
import { isLighter, loosens, restrictionOf, type StatusChangeKind, type StatusChangeState } from './contract.ts';

/** A restriction that was laid on, by a request or by whatever else its cause names; `order` tells which was asked for later. */
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
 * and what was before goes on behind a freeze that ends by itself or is taken back. So does what was asked for before a freeze and
 * is no stronger, where its instant comes while the freeze holds: only a stronger one or a newer request takes a freeze away.
 * `approved` holds as if it were approved now.
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

/** The requests that hold at an instant, from the one that shows down to where nothing held: one laid over another hides it, and does not lift it. */
export async function heldBy(connection: Connection, accountId: number, at: number): Promise<number[]> {
  const held = piled((await requestsOf(connection, accountId)).flatMap(laidBy)).filter((one) => holdsAt(one, at)).reverse();
  const lifted = held.findIndex((one) => one.value === 'none');
  return (lifted < 0 ? held : held.slice(0, lifted)).map((one) => one.order);
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
function timeline(laid: Laid[]): Omit<Laid, 'order'>[] {
  const sound = piled(laid.filter((one) => one.from_at < one.to_at));
  const instants = [...new Set([...sound.flatMap((one) => [one.from_at, one.to_at]), FOREVER])].sort((a, b) => a - b);
  const spans: Omit<Laid, 'order'>[] = [];
  for (const [index, from_at] of instants.slice(0, -1).entries()) {
    const to_at = instants[index + 1] as number;
    const before = spans.at(-1);
    const holding = sound.findLast((one) => holdsAt(one, from_at)) ?? { value: 'none', cause: endOf(before?.cause ?? '') };
    if (before?.cause === holding.cause) before.to_at = to_at;
    else spans.push({ value: holding.value, cause: holding.cause, from_at, to_at });
  }
  return spans;
}

/** The undermost first. Each lies down on those before it when it begins; under a freeze that withstands it. */
function piled(laid: Laid[]): Laid[] {
  const pile: Laid[] = [];
  for (const one of laid.toSorted((a, b) => a.from_at - b.from_at || a.order - b.order)) {
    const beneath = pile.findLastIndex((other) => holdsAt(other, one.from_at) && !withstands(other, one));
    pile.splice(beneath + 1, 0, one);
  }
  return pile;
}

/** STA-8: a freeze must be able to stop the next payout, whatever was asked for before it. */
function withstands(freeze: Laid, older: Laid): boolean {
  return freeze.value === restrictionOf.freeze && older.order < freeze.order && !isLighter(freeze.value, older.value);
}

function holdsAt({ from_at, to_at }: Laid, at: number): boolean {
  return from_at <= at && at < to_at;
}
