import { incomeQuery, performanceQuery, referralGrowthQuery } from '../performance/contract.ts';
import type { Resource } from '../policy/contract.ts';

/** What can be asked besides rows: who may read the resource `of` may ask. */
export interface Question {
  path: string;
  summary: string;
  of: Resource;
  query: readonly string[];
}

export const questions: readonly Question[] = [
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
  { path: '/api/performance/income', summary: 'Where the income of a span stands', of: 'commissions', query: Object.keys(incomeQuery.shape) },
];
