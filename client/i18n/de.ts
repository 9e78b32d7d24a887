import type { Translated } from './catalogue.ts';
import type { en } from './en.ts';
import { affiliates } from './de/affiliates.ts';
import { app } from './de/app.ts';
import { applications } from './de/applications.ts';
import { audit } from './de/audit.ts';
import { boosts } from './de/boosts.ts';
import { bonuses, campaigns, campaignVersions } from './de/campaigns.ts';
import { changes } from './de/changes.ts';
import { content } from './de/content.ts';
import { decisions } from './de/decisions.ts';
import { explain } from './de/explain.ts';
import { facts } from './de/facts.ts';
import { home } from './de/home.ts';
import { imports } from './de/imports.ts';
import { label } from './de/label.ts';
import { managers } from './de/managers.ts';
import { notes } from './de/notes.ts';
import { omnibox } from './de/omnibox.ts';
import { oversight } from './de/oversight.ts';
import { payouts } from './de/payouts.ts';
import { reactAdmin as ra } from './de/react-admin.ts';
import { performance } from './de/performance.ts';
import { recalls } from './de/recalls.ts';
import { recordRequests } from './de/record-requests.ts';
import { resources } from './de/resources.ts';
import { reviews } from './de/reviews.ts';
import { manifests, routine } from './de/routine.ts';
import { rulebooks } from './de/rulebooks.ts';
import { runs } from './de/runs.ts';
import { signals } from './de/signals.ts';
import { staff } from './de/staff.ts';
import { told } from './de/told.ts';
import { worklist } from './de/worklist.ts';

/** German, built like English. */
export const de: Translated<typeof en> = {
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
