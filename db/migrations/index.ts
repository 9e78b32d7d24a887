import { headsAndRevisions } from './0001_heads_and_revisions.ts';
import { accountsAndTheirStates } from './0002_accounts_and_their_states.ts';
import { bindingsAndEnrolments } from './0003_bindings_and_enrolments.ts';
import { tradesTransfersPrices } from './0004_trades_transfers_prices.ts';
import { rulebooks } from './0005_rulebooks.ts';
import { runsAndCommissionRecords } from './0006_runs_and_commission_records.ts';
import { evaluationsAndTierReviews } from './0007_evaluations_and_tier_reviews.ts';
import { importsAndRejects } from './0008_imports_and_rejects.ts';
import { staffSessionsAudit } from './0009_staff_sessions_audit.ts';
import type { Migration } from './migration.ts';

/** In the order in which they run. */
export const migrations: Migration[] = [
  headsAndRevisions,
  accountsAndTheirStates,
  bindingsAndEnrolments,
  tradesTransfersPrices,
  rulebooks,
  runsAndCommissionRecords,
  evaluationsAndTierReviews,
  importsAndRejects,
  staffSessionsAudit,
];
