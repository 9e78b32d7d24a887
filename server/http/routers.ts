import type { Router } from 'express';
import { affiliatesRoutes } from '../affiliates/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import { commissionsRoutes } from '../commissions/routes.ts';
import type { Context } from '../context.ts';
import { evaluationsRoutes } from '../evaluations/routes.ts';
import { exportsRoutes } from '../exports/routes.ts';
import { homeRoutes } from '../home/routes.ts';
import { importRoutes } from '../imports/routes.ts';
import { referralsRoutes } from '../referrals/routes.ts';
import { revealsRoutes } from '../reveals/routes.ts';
import { rulebooksRoutes } from '../rulebooks/routes.ts';
import { runRoutes } from '../runs/routes.ts';
import { searchRoutes } from '../search/routes.ts';
import { staffRoutes } from '../staff/routes.ts';
import { tierReviewRoutes } from '../tier-reviews/routes.ts';

/** Everything under /api that needs a session, one router per concept. */
export function routersOf(context: Context): Router[] {
  return [
    affiliatesRoutes,
    auditRoutes,
    commissionsRoutes,
    evaluationsRoutes,
    exportsRoutes,
    homeRoutes,
    importRoutes,
    referralsRoutes,
    revealsRoutes,
    rulebooksRoutes,
    runRoutes,
    searchRoutes,
    staffRoutes,
    tierReviewRoutes,
  ].map((routes) => routes(context));
}
