import { affiliatesSource } from '../affiliates/store.ts';
import { auditSource } from '../audit/source.ts';
import { commissionsSource } from '../commissions/store.ts';
import { evaluationsSource } from '../evaluations/store.ts';
import type { ListSource } from '../lists/source.ts';
import type { Resource } from '../policy/contract.ts';
import { referralsSource } from '../referrals/store.ts';

/** What `GET /api/<resource>.csv` can stream, at an instant; who may stands in the policy. */
export const csvSources: Partial<Record<Resource, (at: number) => ListSource>> = {
  affiliates: affiliatesSource,
  referrals: referralsSource,
  commissions: commissionsSource,
  evaluations: () => evaluationsSource,
  'audit-events': () => auditSource,
};
