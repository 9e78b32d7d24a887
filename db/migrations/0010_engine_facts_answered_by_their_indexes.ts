import type { Migration } from './migration.ts';

/** Each index holds all that server/engine/sql/decide.sql reads of its table: a fact is one probe, not two. */
export const engineFactsAnsweredByTheirIndexes: Migration = {
  name: '0010_engine_facts_answered_by_their_indexes',
  up: () => [
    // the binding of a trade's account
    'CREATE INDEX bindings_invitee ON bindings (invitee_id, bound_at, known_from, inviter_id, kind, window_start_at)',
    // the inviter's enrolment at a trade's instant; who is enrolled at a month's end
    'DROP INDEX enrolment_periods_at',
    'CREATE INDEX enrolment_periods_at ON enrolment_periods (account_id, from_at, to_at, known_from, known_to, enrolment_id, programme)',
    // the rulebook in force at a trade's instant: its document would lie between what is asked
    'CREATE INDEX rulebooks_in_force ON rulebooks (programme, state, effective_from, effective_to, version, window_days, api_excluded, vip_below)',
  ],
  down: [
    'DROP INDEX rulebooks_in_force',
    'DROP INDEX enrolment_periods_at',
    'CREATE INDEX enrolment_periods_at ON enrolment_periods (account_id, from_at)',
    'DROP INDEX bindings_invitee',
  ],
};
