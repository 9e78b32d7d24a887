import type { Migration } from './migration.ts';

export const monthVolumeAnsweredByItsIndex: Migration = {
  name: '0011_month_volume_answered_by_its_index',
  up: () => [
    // an invitee's volume of a month (server/evaluations/figures.sql), a fifth of the time without a look at each trade;
    // the trades of one account: dossier, support
    'DROP INDEX trades_account',
    'CREATE INDEX trades_account ON trades (account_id, executed_at, id, late_month, product, volume_e8)',
  ],
  down: ['DROP INDEX trades_account', 'CREATE INDEX trades_account ON trades (account_id, executed_at)'],
};
