import type { Router } from 'express';
import { accountManagersRoutes } from '../account-managers/routes.ts';
import { affiliatesRoutes } from '../affiliates/routes.ts';
import { applicationsRoutes } from '../applications/routes.ts';
import { auditChecksRoutes } from '../audit-checks/routes.ts';
import { auditSamplesRoutes } from '../audit-samples/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { bonusesRoutes } from '../bonuses/routes.ts';
import { boostsRoutes } from '../boosts/routes.ts';
import { campaignsRoutes } from '../campaigns/routes.ts';
import { claimsRoutes } from '../claims/routes.ts';
import { commissionsRoutes } from '../commissions/routes.ts';
import { contentReviewsRoutes } from '../content-reviews/routes.ts';
import type { Context } from '../context.ts';
import { decisionsRoutes } from '../decisions/routes.ts';
import { evaluationsRoutes } from '../evaluations/routes.ts';
import { exportsRoutes } from '../exports/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import { importRoutes } from '../imports/routes.ts';
import { liveRoutes } from '../live/routes.ts';
import { liabilitiesRoutes } from '../liabilities/routes.ts';
import { manifestRoutes } from '../manifests/routes.ts';
import { notesRoutes } from '../notes/routes.ts';
import { performanceRoutes } from '../performance/routes.ts';
import { balanceRoutes } from '../payouts/balance-routes.ts';
import { payoutRoutes } from '../payouts/routes.ts';
import { recallsRoutes } from '../recalls/routes.ts';
import { referralsRoutes } from '../referrals/routes.ts';
import { revealsRoutes } from '../reveals/routes.ts';
import { rulebooksRoutes } from '../rulebooks/routes.ts';
import { routineRoutes } from '../routine/routes.ts';
import { runRoutes } from '../runs/routes.ts';
import { statusChangeRoutes } from '../status-changes/routes.ts';
import { reversalRoutes } from '../reversals/routes.ts';
import { correctionRoutes } from '../corrections/routes.ts';
import { savedViewsRoutes } from '../saved-views/routes.ts';
import { searchRoutes } from '../search/routes.ts';
import { secondFactorRoutes } from '../second-factors/routes.ts';
import { sentencesRoutes } from '../sentences/routes.ts';
import { signalsRoutes } from '../signals/routes.ts';
import { staffChangesRoutes } from '../staff-changes/routes.ts';
import { staffRoutes } from '../staff/routes.ts';
import { tierReviewRoutes } from '../tier-reviews/routes.ts';

/** Everything under /api that needs a session, one router per concept. */
export function routersOf(context: Context): Router[] {
  return [
    accountManagersRoutes,
    affiliatesRoutes,
    applicationsRoutes,
    auditChecksRoutes,
    auditSamplesRoutes,
    auditRoutes,
    balanceRoutes,
    bonusesRoutes,
    boostsRoutes,
    campaignsRoutes,
    claimsRoutes,
    commissionsRoutes,
    contentReviewsRoutes,
    decisionsRoutes,
    evaluationsRoutes,
    exportsRoutes,
    homeRoutes,
    importRoutes,
    liveRoutes,
    liabilitiesRoutes,
    manifestRoutes,
    notesRoutes,
    payoutRoutes,
    performanceRoutes,
    recallsRoutes,
    referralsRoutes,
    revealsRoutes,
    rulebooksRoutes,
    routineRoutes,
    runRoutes,
    statusChangeRoutes,
    reversalRoutes,
    correctionRoutes,
    savedViewsRoutes,
    searchRoutes,
    secondFactorRoutes,
    sentencesRoutes,
    signalsRoutes,
    staffChangesRoutes,
    staffRoutes,
    tierReviewRoutes,
  ].map((routes) => routes(context));
}
