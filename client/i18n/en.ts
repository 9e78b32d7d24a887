import ra from 'ra-language-english';
import { affiliates } from './en/affiliates.ts';
import { app } from './en/app.ts';
import { applications } from './en/applications.ts';
import { audit } from './en/audit.ts';
import { boosts } from './en/boosts.ts';
import { bonuses, campaigns, campaignVersions } from './en/campaigns.ts';
import { changes } from './en/changes.ts';
import { content } from './en/content.ts';
import { decisions } from './en/decisions.ts';
import { explain } from './en/explain.ts';
import { facts } from './en/facts.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { label } from './en/label.ts';
import { managers } from './en/managers.ts';
import { notes } from './en/notes.ts';
import { omnibox } from './en/omnibox.ts';
import { oversight } from './en/oversight.ts';
import { payouts } from './en/payouts.ts';
import { performance } from './en/performance.ts';
import { recalls } from './en/recalls.ts';
import { recordRequests } from './en/record-requests.ts';
import { resources } from './en/resources.ts';
import { reviews } from './en/reviews.ts';
import { manifests, routine } from './en/routine.ts';
import { rulebooks } from './en/rulebooks.ts';
import { runs } from './en/runs.ts';
import { signals } from './en/signals.ts';
import { staff } from './en/staff.ts';
import { told } from './en/told.ts';
import { worklist } from './en/worklist.ts';

/** English: `console` holds the console's own texts, `label` the words for values of closed lists. */
export const en = {
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
