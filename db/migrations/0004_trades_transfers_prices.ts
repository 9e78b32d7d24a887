import { appendOnly, type Migration } from './migration.ts';

export const tradesTransfersPrices: Migration = {
  name: '0004_trades_transfers_prices',
  up: (engine) => [
    // late_month: the month that a trade of an already closed month counts for (TIE-3), else null.
    `CREATE TABLE trades (
       id {{identity}},
       trade_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       executed_at {{integer}} NOT NULL,
       product {{text}} NOT NULL,
       volume_e8 {{integer}} NOT NULL,
       fee_e8 {{integer}} NOT NULL,
       offset_e8 {{integer}} NOT NULL,
       currency {{text}} NOT NULL,
       via_api {{integer}} NOT NULL CHECK (via_api IN (0, 1)),
       late_month {{text}},
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    // the commission run of a day, the month's volume
    'CREATE INDEX trades_executed ON trades (executed_at, id)',
    // the trades of one account: dossier, support
    'CREATE INDEX trades_account ON trades (account_id, executed_at)',
    // the late ones that count for a month; hardly any, so hardly a cost
    'CREATE INDEX trades_late ON trades (late_month) WHERE late_month IS NOT NULL',
    // trades that arrived behind the last run's day and wait for the next run (REF-7)
    `CREATE TABLE late_trades (trade_ref {{integer}} PRIMARY KEY REFERENCES trades (id)) {{strict}}`,
    `CREATE TABLE transfers (
       id {{identity}},
       transfer_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       occurred_at {{integer}} NOT NULL,
       direction {{text}} NOT NULL,
       source {{text}} NOT NULL,
       amount_e8 {{integer}} NOT NULL,
       late_month {{text}},
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    // the deposits of one account (TIE-1)
    'CREATE INDEX transfers_account ON transfers (account_id, occurred_at)',
    `CREATE TABLE ratios (
       id {{identity}},
       ratio_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       family {{text}} NOT NULL,
       ratio_bps {{integer}} NOT NULL CHECK (ratio_bps BETWEEN 0 AND 10000),
       set_at {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    `CREATE TABLE prices (
       currency {{text}} NOT NULL,
       day {{text}} NOT NULL,
       usdt_e8 {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL,
       PRIMARY KEY (currency, day)
     ) {{strict}}`,
    ...appendOnly(engine, 'trades', ['id', 'trade_id', 'account_id', 'executed_at', 'product', 'volume_e8', 'fee_e8', 'offset_e8', 'currency', 'via_api', 'late_month', 'import_id']),
    ...appendOnly(engine, 'transfers', ['id', 'transfer_id', 'account_id', 'occurred_at', 'direction', 'source', 'amount_e8', 'late_month', 'import_id']),
    ...appendOnly(engine, 'ratios', ['id', 'ratio_id', 'account_id', 'family', 'ratio_bps', 'set_at', 'import_id']),
    ...appendOnly(engine, 'prices', ['currency', 'day', 'usdt_e8', 'import_id']),
  ],
  down: ['DROP TABLE prices', 'DROP TABLE ratios', 'DROP TABLE transfers', 'DROP TABLE late_trades', 'DROP TABLE trades'],
};
