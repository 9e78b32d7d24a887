import type { Translated } from './catalogue.ts';
import type { en } from './en.ts';
import { affiliates } from './fa/affiliates.ts';
import { app } from './fa/app.ts';
import { applications } from './fa/applications.ts';
import { audit } from './fa/audit.ts';
import { boosts } from './fa/boosts.ts';
import { bonuses, campaigns, campaignVersions } from './fa/campaigns.ts';
import { changes } from './fa/changes.ts';
import { content } from './fa/content.ts';
import { decisions } from './fa/decisions.ts';
import { explain } from './fa/explain.ts';
import { facts } from './fa/facts.ts';
import { home } from './fa/home.ts';
import { imports } from './fa/imports.ts';
import { label } from './fa/label.ts';
import { managers } from './fa/managers.ts';
import { notes } from './fa/notes.ts';
import { omnibox } from './fa/omnibox.ts';
import { oversight } from './fa/oversight.ts';
import { payouts } from './fa/payouts.ts';
import { performance } from './fa/performance.ts';
import { reactAdmin as ra } from './fa/react-admin.ts';
import { recalls } from './fa/recalls.ts';
import { recordRequests } from './fa/record-requests.ts';
import { resources } from './fa/resources.ts';
import { reviews } from './fa/reviews.ts';
import { manifests, routine } from './fa/routine.ts';
import { rulebooks } from './fa/rulebooks.ts';
import { runs } from './fa/runs.ts';
import { signals } from './fa/signals.ts';
import { staff } from './fa/staff.ts';
import { told } from './fa/told.ts';
import { worklist } from './fa/worklist.ts';

/** Persian, built like English. */
export const fa: Translated<typeof en> = {
  ...ra,
  label,
  resources,
  console: {
    ...app,
    affiliates,
    applications,
    audit,
    bonuses,
    boosts,
    campaigns,
    campaignVersions,
    changes,
    content,
    decisions,
    explain,
    facts,
    home,
    imports,
    managers,
    manifests,
    notes,
    omnibox,
    oversight,
    payouts,
    performance,
    recalls,
    recordRequests,
    reviews,
    routine,
    rulebooks,
    runs,
    signals,
    staff,
    told,
    worklist,
  },
};
