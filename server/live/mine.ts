import type { Connection } from '../../db/statement.ts';
import { applicationSource } from '../applications/source.ts';
import { boostSource } from '../boosts/source.ts';
import { campaignVersionsSource } from '../campaigns/source.ts';
import { contentReviewSource } from '../content-reviews/source.ts';
import { countUpTo } from '../lists/count.ts';
import { parseListQuery } from '../lists/parse.ts';
import { ask, askRows, type Question } from '../lists/question.ts';
import type { ListField, ListSource } from '../lists/source.ts';
import { manifestSource } from '../manifests/source.ts';
import type { Role } from '../policy/contract.ts';
import { payoutsSource, payoutStopsSource } from '../payouts/source.ts';
import { requestSource } from '../reversals/source.ts';
import { staffChangeSource } from '../staff-changes/source.ts';
import { statusChangeSource } from '../status-changes/source.ts';
import { tierReviewSource } from '../tier-reviews/source.ts';
import { mineToDecide, waitingFilter, type Decider, type Queue } from './contract.ts';

const sources: Record<Queue, (now: number) => ListSource> = {
  'tier-reviews': tierReviewSource,
  'status-changes': statusChangeSource,
  applications: applicationSource,
  'content-reviews': contentReviewSource,
  'campaign-versions': () => campaignVersionsSource,
  payouts: payoutsSource,
  'payout-stops': () => payoutStopsSource,
  reversals: () => requestSource('reversals'),
  corrections: () => requestSource('corrections'),
  boosts: boostSource,
  manifests: () => manifestSource,
  'staff-changes': () => staffChangeSource,
};

/** What waits because somebody asked for it. */
type Asked = Exclude<Queue, 'tier-reviews' | 'payouts'>;

/** Since when a row waits, where it is not what was asked for itself. */
const since: Partial<Record<Asked, string>> = {
  manifests: '(SELECT max(o.requested_at) FROM manifest_overrides o WHERE o.manifest_id = m.id)',
  'payout-stops': 's.resume_requested_at',
};

/** How many rows the queue's own list has for this person, up to a cap; null where they decide nothing there. */
export async function waitingFor(connection: Connection, queue: Queue, me: Decider, { now, cap }: { now: number; cap: number | null }): Promise<number | null> {
  const filter = mineToDecide(queue, me);
  return filter && countUpTo(connection, await questionOf(connection, queue, filter, me.role, now), cap);
}

/** How many rows the queue's own list has for anybody's decision, and since when the first of them waits. */
export async function waitingIn(connection: Connection, queue: Asked, role: Role, now: number): Promise<{ pending: number; oldest: number | null }> {
  const question = await questionOf(connection, queue, waitingFilter(queue), role, now);
  const asked = since[queue] ?? (question.source.fields['requested_at'] as ListField).sql;
  const [found] = await askRows<{ pending: number; oldest: number | null }>(
    connection, question, `SELECT count(*) AS pending, min(${asked}) AS oldest FROM ${question.source.from} ${question.where}`,
  );
  return { pending: found?.pending ?? 0, oldest: found?.oldest ?? null };
}

async function questionOf(connection: Connection, queue: Queue, filter: object, role: Role, now: number): Promise<Question> {
  const query = parseListQuery({ filter: JSON.stringify(filter) }, queue, role);
  return ask(connection, sources[queue](now), query, role);
}
