import ra from 'ra-language-french';
import type { Translated } from './catalogue.ts';
import type { en } from './en.ts';
import { affiliates } from './fr/affiliates.ts';
import { app } from './fr/app.ts';
import { applications } from './fr/applications.ts';
import { audit } from './fr/audit.ts';
import { boosts } from './fr/boosts.ts';
import { bonuses, campaigns, campaignVersions } from './fr/campaigns.ts';
import { changes } from './fr/changes.ts';
import { content } from './fr/content.ts';
import { decisions } from './fr/decisions.ts';
import { explain } from './fr/explain.ts';
import { facts } from './fr/facts.ts';
import { home } from './fr/home.ts';
import { imports } from './fr/imports.ts';
import { label } from './fr/label.ts';
import { managers } from './fr/managers.ts';
import { notes } from './fr/notes.ts';
import { omnibox } from './fr/omnibox.ts';
import { oversight } from './fr/oversight.ts';
import { payouts } from './fr/payouts.ts';
import { performance } from './fr/performance.ts';
import { recalls } from './fr/recalls.ts';
import { recordRequests } from './fr/record-requests.ts';
import { resources } from './fr/resources.ts';
import { reviews } from './fr/reviews.ts';
import { manifests, routine } from './fr/routine.ts';
import { rulebooks } from './fr/rulebooks.ts';
import { runs } from './fr/runs.ts';
import { signals } from './fr/signals.ts';
import { staff } from './fr/staff.ts';
import { told } from './fr/told.ts';
import { worklist } from './fr/worklist.ts';

/** French, built like English. */
export const fr: Translated<typeof en> = {
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
