/** What holds after every step of any history. */
import { rows } from '../../db/statement.ts';
import { balanced, plain, readBooks, restrictionIn, type RawBooks, type RecordSeen, type Terms } from './books.ts';
import { affiliates, type History } from './history.ts';

const FAR = 8_640_000_000_000_000;

/** Everything that is wrong now, in words. */
export async function wrongNow(history: History): Promise<string[]> {
  const { read } = history.floor.database;
  const raw = await readBooks(read);
  const { wrong, terms } = balanced(raw, history.now);
  return [
    ...wrong,
    ...[...terms].flatMap(([key, one]) => (one.accrued === one.paid + one.in_batch + one.held + one.open ? [] : [`${key} does not add up`])),
    ...(await wrongBalances(history, terms)),
    ...(await wrongStanding(history, raw)),
    ...(await wrongRequests(history, raw.records)),
    ...(await wrongShortfalls(history, raw.records)),
  ];
}

/** PAY-5 as staff see it: the same terms; of one affiliate after the other. */
async function wrongBalances(history: History, terms: Map<string, Terms>): Promise<string[]> {
  const uid = affiliates[history.log.length % affiliates.length] as string;
  return (await history.floor.balance(uid)).flatMap((shown) => {
    const one = terms.get(`${uid} ${shown.currency}`);
    if (!one) return [`${uid} ${shown.currency} is shown and not there`];
    const isRight = (['accrued', 'paid', 'in_batch', 'held', 'open'] as const).every((term) => plain(one[term]) === shown[term]);
    return isRight ? [] : [`${uid} ${shown.currency} is shown as ${JSON.stringify(shown)}`];
  });
}

/** Enrolments and restrictions are those of the naive reading: now, and as far as it is known ahead. */
async function wrongStanding(history: History, raw: RawBooks): Promise<string[]> {
  const { read } = history.floor.database;
  const stored = await rows<{ uid: string; from_at: number; to_at: number }>(
    read, `SELECT a.uid, p.from_at, p.to_at FROM enrolment_periods p JOIN accounts a ON a.id = p.account_id WHERE p.known_to = ${FAR}`,
  );
  const told = (list: { uid: string; from: number; to: number }[]): string => list.map((one) => `${one.uid} ${one.from}-${one.to}`).toSorted().join(', ');
  const naive = told(history.naive.enrolments.map((one) => ({ ...one, to: Math.min(one.to, FAR) })));
  const product = told(stored.map((one) => ({ uid: one.uid, from: one.from_at, to: one.to_at })));
  const found = naive === product ? [] : [`enrolments are ${product}, not ${naive}`];
  for (const uid of affiliates) {
    for (const at of [history.now - 3_600_000, history.now, history.now + 40 * 3_600_000, history.now + 100 * 3_600_000]) {
      const [is, should] = [restrictionIn(raw, uid, at), history.naive.restrictionAt(uid, at)];
      if (is !== should) found.push(`${uid} is ${is}, not ${should}, at ${new Date(at).toISOString()}`);
    }
  }
  return found;
}

/**
 * STA-10: every earning record whose checks do not all pass any more is reversed or asked to be, unless staff refused just that;
 * and the system asks for no other.
 */
async function wrongRequests(history: History, records: RecordSeen[]): Promise<string[]> {
  const asked = await rows<{ record_id: number; state: string; source: string; decided_by: string | null }>(
    history.floor.database.read, 'SELECT record_id, state, source, decided_by FROM reversals',
  );
  return records.filter((one) => history.earns(one)).flatMap((record) => {
    const own = asked.filter((one) => one.record_id === record.id);
    const fails = history.verdictOf(record).reason;
    const refused = own.some((one) => one.state === 'rejected' && one.source === 'system' && one.decided_by !== 'system');
    if (fails !== '' && !refused && !own.some((one) => one.state === 'pending' || one.state === 'approved')) {
      return [`record ${record.id} of ${record.trade} earns, but ${fails}`];
    }
    return fails === '' && own.some((one) => one.state === 'pending' && one.source === 'system') ? [`record ${record.id} is asked for without a reason`] : [];
  });
}

/** Zero records that would earn now, in the enrolment that they were decided in, are listed. */
async function wrongShortfalls(history: History, records: RecordSeen[]): Promise<string[]> {
  const listed = await rows<{ record_id: number }>(history.floor.database.read, 'SELECT record_id FROM shortfalls');
  const decided = await rows<{ id: number; from_at: number }>(
    history.floor.database.read, 'SELECT c.id, e.activated_at AS from_at FROM commission_records c JOIN enrolments e ON e.id = c.enrolment_id',
  );
  return records.filter((one) => one.kind === 'commission' && one.reason !== '').flatMap((record) => {
    const { amount, enrolment } = history.verdictOf(record);
    const same = decided.find((one) => one.id === record.id)?.from_at === enrolment?.from && enrolment !== null;
    return amount > 0n && same && !listed.some((one) => one.record_id === record.id) ? [`record ${record.id} of ${record.trade} falls short and is not listed`] : [];
  });
}
