import { headsAndRevisions } from './0001_heads_and_revisions.ts';
import { accountsAndTheirStates } from './0002_accounts_and_their_states.ts';
import { bindingsAndEnrolments } from './0003_bindings_and_enrolments.ts';
import { tradesTransfersPrices } from './0004_trades_transfers_prices.ts';
import { rulebooks } from './0005_rulebooks.ts';
import { runsAndCommissionRecords } from './0006_runs_and_commission_records.ts';
import { evaluationsAndTierReviews } from './0007_evaluations_and_tier_reviews.ts';
import { importsAndRejects } from './0008_imports_and_rejects.ts';
import { staffSessionsAudit } from './0009_staff_sessions_audit.ts';
import { engineFactsAnsweredByTheirIndexes } from './0010_engine_facts_answered_by_their_indexes.ts';
import { monthVolumeAnsweredByItsIndex } from './0011_month_volume_answered_by_its_index.ts';
import { importsWorkerAndControlSum } from './0012_imports_worker_and_control_sum.ts';
import { statusChangesAndBoosts } from './0013_status_changes_and_boosts.ts';
import { payouts } from './0014_payouts.ts';
import { reversalsAndCorrections } from './0015_reversals_and_corrections.ts';
import { manifestsAndTheRoutine } from './0016_manifests_and_the_routine.ts';
import { notes } from './0017_notes.ts';
import { recallsAndApplications } from './0020_recalls_and_applications.ts';
import { campaignsAndBonuses } from './0021_campaigns_and_bonuses.ts';
import { contentReviews } from './0022_content_reviews.ts';
import { accountManagers } from './0023_account_managers.ts';
import { staffChanges } from './0024_staff_changes.ts';
import { campaignChangesTakenBack } from './0025_campaign_changes_taken_back.ts';
import { performanceKeptAsItHappens } from './0027_performance_kept_as_it_happens.ts';
import { auditSamples } from './0028_audit_samples.ts';
import { oversightAnsweredByItsIndexes } from './0029_oversight_answered_by_its_indexes.ts';
import { savedViews } from './0030_saved_views.ts';
import { claims } from './0031_claims.ts';
import { languageOfStaff } from './0033_language_of_staff.ts';
import { whatIsSignedOrTakenBackStays } from './0038_what_is_signed_or_taken_back_stays.ts';
import { whatCampaignsHaveUsed } from './0039_what_campaigns_have_used.ts';
import { howFarBackBonusesLook } from './0041_how_far_back_bonuses_look.ts';
import { secondFactors } from './0042_second_factors.ts';
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
  engineFactsAnsweredByTheirIndexes,
  monthVolumeAnsweredByItsIndex,
  importsWorkerAndControlSum,
  statusChangesAndBoosts,
  payouts,
  reversalsAndCorrections,
  manifestsAndTheRoutine,
  notes,
  recallsAndApplications,
  campaignsAndBonuses,
  contentReviews,
  accountManagers,
  staffChanges,
  campaignChangesTakenBack,
  performanceKeptAsItHappens,
  auditSamples,
  oversightAnsweredByItsIndexes,
  savedViews,
  claims,
  languageOfStaff,
  whatIsSignedOrTakenBackStays,
  whatCampaignsHaveUsed,
  howFarBackBonusesLook,
  secondFactors,
];
