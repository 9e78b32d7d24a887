import type { Connection } from '../../db/statement.ts';
import { applicationSource } from '../applications/source.ts';
import { boostSource } from '../boosts/source.ts';
import { campaignVersionsSource } from '../campaigns/source.ts';
import { contentReviewSource } from '../content-reviews/source.ts';
import { countUpTo } from '../lists/count.ts';
import { parseListQuery } from '../lists/parse.ts';
import { ask } from '../lists/question.ts';
import type { ListSource } from '../lists/source.ts';
import { manifestSource } from '../manifests/source.ts';
import { payoutsSource, payoutStopsSource } from '../payouts/source.ts';
import { requestSource } from '../reversals/source.ts';
import { staffChangeSource } from '../staff-changes/source.ts';
import { statusChangeSource } from '../status-changes/source.ts';
import { tierReviewSource } from '../tier-reviews/source.ts';
import { mineToDecide, type Decider, type Queue } from './contract.ts';

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

/** How many rows the queue's own list has for this person, up to a cap; null where they decide nothing there. */
export async function waitingFor(connection: Connection, queue: Queue, me: Decider, { now, cap }: { now: number; cap: number | null }): Promise<number | null> {
  const filter = mineToDecide(queue, me);
  if (filter === null) return null;
  const query = parseListQuery({ filter: JSON.stringify(filter) }, queue, me.role);
  return countUpTo(connection, await ask(connection, sources[queue](now), query, me.role), cap);
}
