import type { LiveAnswer } from '../api/verbs.ts';
import type { Resource } from '#contract/policy';

/** Reports over everything: they cost the server much, and are asked anew in their own time (REPORT_EVERY_MS), not at every change. */
const reports = ['performance', 'self-decided', 'reason-uses', 'liabilities', 'audit-chain', 'search'];
/** How long a report may be behind what others have done. */
export const REPORT_EVERY_MS = 300_000;

/** What tells of any change; a decision ends the claim on its case, too. */
const ofAll = ['home', 'audit-events', 'decisions', 'routine', 'claims'];

/** Where else a change of a resource is to be seen; its own lists and pages go without saying. */
const elsewhere: Partial<Record<Resource, readonly string[]>> = {
  'tier-reviews': ['affiliates'],
  'status-changes': ['affiliates'],
  applications: ['affiliates'],
  'content-reviews': ['affiliates'],
  boosts: ['affiliates'],
  recalls: ['affiliates', 'referrals'],
  reversals: ['affiliates', 'commissions', 'bonuses'],
  corrections: ['affiliates', 'commissions'],
  'campaign-versions': ['campaigns'],
  'campaign-joins': ['campaigns', 'affiliates'],
  'staff-changes': ['staff'],
};

/** Whether an answer that the page holds may say something else now; `changed` null: much has changed (server/live). */
export function isTouched(queryKey: readonly unknown[], changed: LiveAnswer['changed']): boolean {
  const subject = subjectOf(queryKey);
  if (subject === 'live' || reports.includes(subject)) return false;
  if (changed === null) return true;
  const names = Object.keys(changed) as Resource[];
  return names.length > 0 && (ofAll.includes(subject) || names.some((name) => name === subject || elsewhere[name]?.includes(subject)));
}

/** Lists and rows have their resource as key; what is read by path, the first part of it. */
function subjectOf([first, path]: readonly unknown[]): string {
  return first === 'read' ? String(path).split(/[/?]/)[0]! : String(first);
}
