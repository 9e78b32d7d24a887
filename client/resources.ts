import { affiliates } from './affiliates/index.ts';
import { applications } from './applications/index.ts';
import { auditChecks } from './audit-checks/index.ts';
import { auditEvents } from './audit-events/index.ts';
import { auditSamples } from './audit-samples/index.ts';
import { bonuses } from './bonuses/index.ts';
import { boosts } from './boosts/index.ts';
import { campaignJoins } from './campaign-joins/index.ts';
import { campaignVersions } from './campaign-versions/index.ts';
import { campaigns } from './campaigns/index.ts';
import { commissions } from './commissions/index.ts';
import { contentReviews } from './content-reviews/index.ts';
import { corrections } from './corrections/index.ts';
import { decisions } from './decisions/index.ts';
import { evaluations } from './evaluations/index.ts';
import { imports } from './imports/index.ts';
import type { LazyPage } from './layout/lazyPage.ts';
import { liabilities } from './liabilities/index.ts';
import { manifests } from './manifests/index.ts';
import { payoutLines } from './payout-lines/index.ts';
import { payouts, payoutStops } from './payouts/index.ts';
import { recalls } from './recalls/index.ts';
import { referrals } from './referrals/index.ts';
import { reveals } from './reveals/index.ts';
import { reversals } from './reversals/index.ts';
import { rulebooks } from './rulebooks/index.ts';
import { runs } from './runs/index.ts';
import { shortfalls } from './shortfalls/index.ts';
import { signals } from './signals/index.ts';
import { staffChanges } from './staff-changes/index.ts';
import { staff } from './staff/index.ts';
import { statusChanges } from './status-changes/index.ts';
import { tierReviews } from './tier-reviews/index.ts';

/** What the console has pages of. */
interface ResourceOfConsole {
  name: string;
  recordRepresentation?: string;
  list?: LazyPage;
  show?: LazyPage;
  create?: LazyPage;
}

export const resources: readonly ResourceOfConsole[] = [
  tierReviews,
  statusChanges,
  affiliates,
  referrals,
  recalls,
  applications,
  contentReviews,
  campaigns,
  campaignVersions,
  campaignJoins,
  bonuses,
  signals,
  commissions,
  payouts,
  payoutLines,
  payoutStops,
  reversals,
  corrections,
  shortfalls,
  evaluations,
  boosts,
  rulebooks,
  imports,
  manifests,
  runs,
  decisions,
  reveals,
  liabilities,
  auditSamples,
  auditChecks,
  auditEvents,
  staff,
  staffChanges,
];

/** The page at an address such as `/tier-reviews/12/show`; of a resource that has no such page, and of any other address, none. */
export function pageAt(address: string): LazyPage | undefined {
  const [name, one, what] = address.split('/').slice(1);
  const resource = resources.find((each) => each.name === name);
  return one === undefined ? resource?.list : resource?.[one === 'create' ? 'create' : what === 'show' ? 'show' : 'list'];
}
