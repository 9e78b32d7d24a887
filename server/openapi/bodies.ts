import type { z } from 'zod';
import { newAccountManager } from '../account-managers/contract.ts';
import { newApplication } from '../applications/contract.ts';
import { newAuditCheck } from '../audit-checks/contract.ts';
import { concludeBody, newSample, signOffBody } from '../audit-samples/contract.ts';
import { newBoost } from '../boosts/contract.ts';
import { campaignBody, campaignVersionApproval, joinBody, newCampaignVersion } from '../campaigns/contract.ts';
import { handOverBody, newClaim, releaseClaimBody } from '../claims/contract.ts';
import { contentRejection, newContentReview } from '../content-reviews/contract.ts';
import { machines, withPreview, withReason, withRemark, type Machine, type Step } from '../transitions/contract.ts';
import { newOverride } from '../manifests/contract.ts';
import { newNote } from '../notes/contract.ts';
import { stopBody } from '../payouts/contract.ts';
import type { Resource, Verb } from '../policy/contract.ts';
import { revealBody } from '../reveals/contract.ts';
import { newCorrection, newReversal } from '../reversals/contract.ts';
import { savedView } from '../saved-views/contract.ts';
import { newStaffChange } from '../staff-changes/contract.ts';
import { newStatusChange } from '../status-changes/contract.ts';

const decided = { approve: withRemark.one, reject: withReason.one };

/** The schemas that check what is sent, by resource and verb: the very ones that the routes read. */
export const bodies: Partial<Record<Resource, Partial<Record<Verb, z.ZodType>>>> = {
  'tier-reviews': { approve: withReason.one, reject: withReason.one },
  'status-changes': { create: newStatusChange, approve: withPreview.one, reject: withReason.one, cancel: withRemark.one },
  affiliates: { 'account-manager': newAccountManager },
  applications: { create: newApplication, approve: withReason.one, reject: withReason.one },
  boosts: { create: newBoost, ...decided },
  'content-reviews': { create: newContentReview, approve: withRemark.one, reject: contentRejection.one },
  'staff-changes': { create: newStaffChange, ...decided, cancel: withRemark.one },
  campaigns: { create: campaignBody, activate: withRemark.one, pause: withRemark.one, end: withRemark.one, join: joinBody },
  'campaign-versions': { create: newCampaignVersion, approve: campaignVersionApproval, reject: withReason.one, cancel: withRemark.one },
  payouts: { release: withRemark.one },
  'payout-lines': { settle: withReason.one },
  'payout-stops': { create: stopBody, resume: withReason.one, ...decided },
  reversals: { create: newReversal, approve: withPreview.one, reject: withReason.one },
  corrections: { create: newCorrection, ...decided },
  manifests: { create: newOverride, ...decided },
  notes: { create: newNote },
  claims: { create: newClaim, release: releaseClaimBody, 'hand-over': handOverBody },
  'saved-views': { create: savedView },
  reveals: { create: revealBody },
  'audit-checks': { create: newAuditCheck },
  'audit-samples': { create: newSample, 'sign-off': signOffBody },
  'audit-sample-records': { conclude: concludeBody },
};

/** From which states to which a verb leads, and whether a second person must take it: as the resource's table of transitions says. */
export function stepOf(resource: Resource, verb: Verb): string | null {
  if (!Object.hasOwn(machines, resource)) return null;
  const steps: readonly Step[] = machines[resource as Machine];
  const taken = steps.filter((one) => one.verb === verb && one.who !== 'system');
  const who = { never: ', not by who asked', only: ', only by who asked', any: '' };
  return taken.map(({ from, to, requester }) => `${from.join(' or ')} → ${to}${who[requester]}`).join('; ') || null;
}
