import { incomeMonthsQuery, incomeQuery, performanceQuery, referralGrowthQuery } from '../performance/contract.ts';
import type { Resource, Verb } from '../policy/contract.ts';

/** What can be asked besides rows: who may read the resource `of` (or use the verb `by` on it) may ask; null: whoever is signed in. */
export interface Question {
  path: string;
  summary: string;
  of: Resource | null;
  by?: Verb;
  query: readonly string[];
}

/** The screens that are everybody's: what a role may not read is not in their answers. */
const ofEverybody: readonly Question[] = [
  { path: '/api/home', summary: 'The first screen', of: null, query: [] },
  { path: '/api/live', summary: 'What waits for one’s role, and what has changed since If-None-Match; 304 where nothing has', of: null, query: [] },
  { path: '/api/search', summary: 'What a word names: exact matches, a trade first', of: null, query: ['q'] },
  { path: '/api/routine', summary: 'The steps of the day', of: null, query: [] },
];

/** What a request would do, as the one who decides it is shown. */
const previews: readonly Question[] = [
  {
    path: '/api/status-changes/preview', summary: 'What a status change would do, before it is asked for', of: 'status-changes', by: 'create',
    query: ['affiliate_uid', 'kind', 'to', 'effective_at'],
  },
  { path: '/api/status-changes/{id}/preview', summary: 'What a status change would do now', of: 'status-changes', query: [] },
  { path: '/api/reversals/{id}/preview', summary: 'What a reversal would take back', of: 'reversals', query: [] },
  { path: '/api/campaign-versions/{id}/preview', summary: 'What a campaign’s version would change, and cost', of: 'campaign-versions', query: [] },
  { path: '/api/payouts/{id}/release-preview', summary: 'What would be paid, and what is held back', of: 'payouts', query: [] },
  { path: '/api/tier-reviews/{id}/dossier', summary: 'Each invitee against each condition, and the costs', of: 'tier-reviews', query: [] },
  {
    path: '/api/commissions/{id}/correction-offer', summary: 'What a correction of a record would come to', of: 'corrections', by: 'create', query: [],
  },
];

/** What is known of one affiliate beside its row. */
const ofAffiliates: readonly Question[] = [
  { path: '/api/affiliates/{uid}/timeline', summary: 'States, enrolments and requests of an affiliate', of: 'affiliates', query: [] },
  {
    path: '/api/affiliates/{uid}/timeline/entries', summary: 'All that happened to an affiliate, page by page, the latest first', of: 'affiliates',
    query: ['before', 'before_id', 'limit'],
  },
  { path: '/api/affiliates/{uid}/balance', summary: 'What an affiliate is owed, has in a payout and was paid, by currency', of: 'commissions', query: [] },
  { path: '/api/affiliates/{uid}/recalled', summary: 'Whom an affiliate recalled, and what they brought', of: 'recalls', query: [] },
  { path: '/api/affiliates/{uid}/campaigns', summary: 'An affiliate’s campaigns and links', of: 'campaigns', query: [] },
  { path: '/api/account-managers', summary: 'Who can look after an affiliate', of: 'affiliates', by: 'account-manager', query: [] },
];

/** What the desks ask about their resources. */
const ofDesks: readonly Question[] = [
  { path: '/api/audit-chain', summary: 'The state of the audit chain', of: 'audit-checks', query: [] },
  { path: '/api/self-decided', summary: 'Requests decided by who had asked: none', of: 'decisions', query: [] },
  { path: '/api/reason-uses', summary: 'Reasons used, by person, in a month', of: 'decisions', query: ['month'] },
  { path: '/api/liabilities/totals', summary: 'What the house owes by currency, as of a day', of: 'liabilities', query: ['day'] },
  { path: '/api/claims/colleagues', summary: 'To whom a case can be handed over', of: 'claims', by: 'hand-over', query: ['resource'] },
  { path: '/api/campaigns/{id}/links', summary: 'An affiliate’s link to a campaign', of: 'campaigns', query: ['affiliate'] },
  { path: '/api/campaigns/{id}/progress', summary: 'How far those taking part are', of: 'bonuses', query: ['affiliate', 'range'] },
  { path: '/api/imports/{id}/binding-refusals', summary: 'Bindings of an import that were refused, and why', of: 'imports', query: [] },
  { path: '/api/imports/{id}/rejects.csv', summary: 'The rows of an import that were rejected, as CSV', of: 'import-rejects', by: 'export', query: [] },
  { path: '/api/feeds/progress', summary: 'How far each feed has come', of: 'manifests', query: [] },
  { path: '/api/payouts/{id}/export.csv', summary: 'A payout for the ledger, as CSV', of: 'payouts', by: 'export', query: [] },
];

export const questions: readonly Question[] = [
  ...ofEverybody,
  ...previews,
  ...ofAffiliates,
  ...ofDesks,
  { path: '/api/commissions/{id}/explain', summary: 'Why a record earned what it did', of: 'commissions', query: [] },
  { path: '/api/trades/{trade_id}/explain', summary: 'Why a trade earned what it did, or why it has no record', of: 'commissions', query: [] },
  { path: '/api/commissions/{id}/sentence', summary: 'When the money of a record comes, for the customer: en, fr, de, fa', of: 'commissions', query: [] },
  { path: '/api/payout-lines/{id}/sentence', summary: 'What became of a line, for the customer', of: 'payout-lines', query: [] },
  { path: '/api/status-changes/{id}/sentence', summary: 'Why a status changed, as far as the customer may know; null otherwise', of: 'status-changes', query: [] },
  { path: '/api/affiliates/{uid}/sentences', summary: 'Tier, standing and money of an affiliate, for the customer', of: 'affiliates', query: [] },
  { path: '/api/affiliates/{uid}/invitation', summary: 'Who invited an account, and what it still brings the inviter', of: 'referrals', query: [] },
  { path: '/api/affiliates/{uid}/outlook', summary: 'What the begun month still needs', of: 'affiliates', query: [] },
  {
    path: '/api/recall-eligibility', summary: 'Whether an account could be recalled, why not, from when, and the sentence for the inviter', of: 'recalls',
    query: ['uid', 'inviter', 'at', 'via'],
  },
  {
    path: '/api/performance', summary: 'What the house or one affiliate earned, brought and saw traded, by week, month or in total', of: 'commissions',
    query: Object.keys(performanceQuery.shape),
  },
  {
    path: '/api/performance/referrals', summary: 'Referrals over time and by country of registration', of: 'referrals',
    query: Object.keys(referralGrowthQuery.shape),
  },
  {
    path: '/api/performance/income/months', summary: 'The income of the house by calendar month, cut to the span', of: 'commissions',
    query: Object.keys(incomeMonthsQuery.shape),
  },
  { path: '/api/performance/income', summary: 'Where the income of a span stands', of: 'commissions', query: Object.keys(incomeQuery.shape) },
];
