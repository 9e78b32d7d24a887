/** What an approval did, told from the rows before and after it, beside what its preview showed (STA-9). */
import { row, rows, type Connection } from '../../db/statement.ts';
import type { StatusChangePreview } from '../../server/status-changes/contract.ts';
import { plain, recordsOf, type RecordSeen } from './books.ts';

export interface Before { records: number; reviews: Set<number>; bonuses: Set<number>; openEnrolment: number | null }
type Seen = Pick<StatusChangePreview, 'accruals'> & {
  ended: boolean;
  reversals: { count: number; totals: { currency: string; amount: string }[]; records: string[] };
  reviews_withdrawn: string[];
  bonuses_withdrawn: string[];
};

const pendingReviews = async (connection: Connection): Promise<Set<number>> =>
  new Set((await rows<{ id: number }>(connection, `SELECT id FROM tier_reviews WHERE state = 'pending'`)).map((one) => one.id));

const pendingBonuses = async (connection: Connection): Promise<Set<number>> =>
  new Set((await rows<{ id: number }>(connection, `SELECT id FROM bonuses WHERE reward <> 'cash' AND state = 'pending'`)).map((one) => one.id));

/** The enrolment of the affiliate that is open at an instant, as believed now. */
async function enrolmentAt(connection: Connection, uid: string, at: number): Promise<number | null> {
  const found = await row<{ id: number }>(
    connection,
    `SELECT p.enrolment_id AS id FROM enrolment_periods p JOIN accounts a ON a.id = p.account_id
     WHERE a.uid = :uid AND p.known_to = 8640000000000000 AND p.from_at <= :at AND :at < p.to_at`,
    { uid, at },
  );
  return found?.id ?? null;
}

export async function before(connection: Connection, preview: StatusChangePreview): Promise<Before> {
  const { id } = (await row<{ id: number }>(connection, 'SELECT COALESCE(max(id), 0) AS id FROM commission_records')) as { id: number };
  return {
    records: id, reviews: await pendingReviews(connection), bonuses: await pendingBonuses(connection),
    openEnrolment: await enrolmentAt(connection, preview.affiliate_uid, Date.parse(preview.effective_at)),
  };
}

function sums(records: RecordSeen[]): { currency: string; amount: string }[] {
  const totals = new Map<string, bigint>();
  for (const { currency, amount } of records) totals.set(currency, (totals.get(currency) ?? 0n) + amount);
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ currency, amount: plain(amount) }));
}

/** What is there now and was not before; in the words of a preview. */
export async function happened(connection: Connection, was: Before, preview: StatusChangePreview, isHeld: boolean): Promise<Seen> {
  const records = await recordsOf(connection);
  const reversed = records.filter((one) => one.id > was.records).map((one) => records.find((first) => first.id === one.reverses_id) as RecordSeen);
  const own = records.filter((one) => one.uid === preview.affiliate_uid && (one.status === 'open' || one.status === 'in_batch'));
  const of = (currency: string, status: string): string =>
    plain(own.filter((one) => one.currency === currency && one.status === status).reduce((sum, one) => sum + one.amount, 0n));
  const left = await pendingReviews(connection);
  const toCome = await pendingBonuses(connection);
  const stillOpen = await enrolmentAt(connection, preview.affiliate_uid, Date.parse(preview.effective_at));
  return {
    ended: was.openEnrolment !== null && stillOpen !== was.openEnrolment,
    accruals: preview.accruals.map(({ currency }) => ({ currency, open: of(currency, 'open'), in_batch: of(currency, 'in_batch'), held: isHeld })),
    reversals: { count: reversed.length, totals: sums(reversed), records: reversed.map((one) => String(one.id)) },
    reviews_withdrawn: [...was.reviews].filter((id) => !left.has(id)).map(String),
    bonuses_withdrawn: [...was.bonuses].filter((id) => !toCome.has(id)).map(String),
  };
}

/** The preview in the same words. */
export function shown(preview: StatusChangePreview): Seen {
  return {
    ended: preview.enrolment?.ends ?? false,
    accruals: preview.accruals,
    reversals: { count: preview.reversals.count, totals: preview.reversals.totals, records: preview.reversals.records.map((one) => one.record_id) },
    reviews_withdrawn: preview.reviews_withdrawn.map((one) => one.id),
    bonuses_withdrawn: preview.bonuses_withdrawn?.map((one) => one.id) ?? [],
  };
}
