import type { z } from 'zod';
import { newAccountManager } from '../account-managers/contract.ts';
import { applicationDecision, newApplication } from '../applications/contract.ts';
import { concludeBody, newSample, signOffBody } from '../audit-samples/contract.ts';
import { newBoost } from '../boosts/contract.ts';
import { campaignBody, campaignVerbBody, campaignVersionBodies, joinBody, newCampaignVersion } from '../campaigns/contract.ts';
import { approveContentBody, newContentReview, rejectContentBody } from '../content-reviews/contract.ts';
import { approveCorrectionBody } from '../corrections/contract.ts';
import { newOverride, overrideDecision, overrideRejection } from '../manifests/contract.ts';
import { newNote } from '../notes/contract.ts';
import { releaseBody, resumeBody, settleBody, stopBody } from '../payouts/contract.ts';
import type { Resource, Verb } from '../policy/contract.ts';
import { revealBody } from '../reveals/contract.ts';
import { newCorrection, newReversal } from '../reversals/contract.ts';
import { approveStaffChangeBody, cancelStaffChangeBody, newStaffChange, rejectStaffChangeBody } from '../staff-changes/contract.ts';
import { approveBody, cancelBody, newStatusChange, rejectBody, transitions } from '../status-changes/contract.ts';
import { decisionBody } from '../tier-reviews/contract.ts';

/** The schemas that check what is sent, by resource and verb: the very ones that the routes read. */
export const bodies: Partial<Record<Resource, Partial<Record<Verb, z.ZodType>>>> = {
  'tier-reviews': { approve: decisionBody, reject: decisionBody },
  'status-changes': { create: newStatusChange, approve: approveBody, reject: rejectBody, cancel: cancelBody },
  affiliates: { 'account-manager': newAccountManager },
  applications: { create: newApplication, approve: applicationDecision, reject: applicationDecision },
  boosts: { create: newBoost, approve: approveCorrectionBody, reject: rejectBody },
  'content-reviews': { create: newContentReview, approve: approveContentBody, reject: rejectContentBody },
  'staff-changes': { create: newStaffChange, approve: approveStaffChangeBody, reject: rejectStaffChangeBody, cancel: cancelStaffChangeBody },
  campaigns: { create: campaignBody, activate: campaignVerbBody, pause: campaignVerbBody, end: campaignVerbBody, join: joinBody },
  'campaign-versions': { create: newCampaignVersion, approve: campaignVersionBodies.approve.one, reject: campaignVersionBodies.reject.one },
  payouts: { release: releaseBody },
  'payout-lines': { settle: settleBody },
  'payout-stops': { create: stopBody, resume: resumeBody, approve: resumeBody, reject: resumeBody },
  reversals: { create: newReversal, approve: approveBody, reject: rejectBody },
  corrections: { create: newCorrection, approve: approveCorrectionBody, reject: rejectBody },
  manifests: { create: newOverride, approve: overrideDecision, reject: overrideRejection },
  notes: { create: newNote },
  reveals: { create: revealBody },
  'audit-samples': { create: newSample, 'sign-off': signOffBody },
  'audit-sample-records': { conclude: concludeBody },
};

/** From which state to which a verb leads, and whether a second person must take it. */
export function stepOf(resource: Resource, verb: Verb): string | null {
  const step = resource === 'status-changes' ? transitions.find((one) => one.verb === verb) : undefined;
  if (!step) return null;
  const who = { never: 'not by who asked', only: 'only by who asked', any: 'by the console' }[step.requester];
  return `${step.from} → ${step.to}, ${who}`;
}
