import { affiliatesSource } from '../affiliates/store.ts';
import { sampleRecordsSource, samplesSource } from '../audit-samples/source.ts';
import { auditSource } from '../audit/source.ts';
import { bonusesSource } from '../bonuses/source.ts';
import { commissionsSource } from '../commissions/store.ts';
import { decisionsSource } from '../decisions/source.ts';
import { evaluationsSource } from '../evaluations/store.ts';
import type { ListSource } from '../lists/source.ts';
import { payoutLinesSource, payoutsSource } from '../payouts/source.ts';
import type { Resource } from '../policy/contract.ts';
import { recallsSource } from '../recalls/source.ts';
import { referralsSource } from '../referrals/store.ts';
import { revealsSource } from '../reveals/source.ts';

/** What `GET /api/<resource>.csv` can stream, at an instant; who may stands in the policy. */
export const csvSources: Partial<Record<Resource, (at: number) => ListSource>> = {
  affiliates: affiliatesSource,
  referrals: referralsSource,
  recalls: () => recallsSource,
  commissions: commissionsSource,
  evaluations: () => evaluationsSource,
  bonuses: bonusesSource,
  payouts: payoutsSource,
  'payout-lines': () => payoutLinesSource,
  'audit-events': () => auditSource,
  'audit-samples': () => samplesSource,
  'audit-sample-records': () => sampleRecordsSource,
  decisions: () => decisionsSource,
  reveals: () => revealsSource,
};
