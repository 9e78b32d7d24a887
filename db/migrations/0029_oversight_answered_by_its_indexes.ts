import type { Migration } from './migration.ts';

/** The tables of requests that grow with the affiliates, as far as somebody decides; of the others there are few rows for ever. */
const tables = ['status_changes', 'tier_reviews', 'reversals', 'applications', 'content_reviews'];

export const oversightAnsweredByItsIndexes: Migration = {
  name: '0029_oversight_answered_by_its_indexes',
  up: () => [
    // the list of all decisions, the latest first
    ...tables.map((table) => `CREATE INDEX ${table}_decided ON ${table} (decided_at) WHERE decided_by IS NOT NULL`),
    // … among them what the feed brought, which nobody decides and most status changes are: by when it was applied
    `CREATE INDEX status_changes_fed ON status_changes (applied_at) WHERE decided_by IS NULL AND source = 'feed'`,
    // what is owed: of the kept aggregates only what is not paid yet
    `CREATE INDEX commission_totals_unpaid ON commission_totals (day, inviter_id, currency, amount_units, amount_fraction_e8)
     WHERE status IN ('open', 'in_batch')`,
  ],
  down: ['DROP INDEX commission_totals_unpaid', 'DROP INDEX status_changes_fed', ...tables.map((table) => `DROP INDEX ${table}_decided`)],
};
