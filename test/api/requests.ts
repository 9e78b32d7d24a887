import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import { applyState, loadStates, saveStates } from '../../server/accounts/states.ts';
import { nextRevision } from '../../server/engine/head.ts';
import { moment } from '../worlds/story.ts';

/** Requests in each of their states, written straight into the tables: what comes of them is for other tests. */
export interface Inserted {
  applied: string;
  rejected: string;
  cancelled: string;
  lapsed: string;
  pendingFreeze: string;
  reversal: string;
  correction: string;
  line: string;
}

type Row = Record<string, string | number | null>;

async function insert(transaction: Knex.Transaction, table: string, values: Row): Promise<number> {
  const [made] = await transaction(table).insert(values).returning('id');
  return Number((made as { id: number }).id);
}

const at = (text: string): number => Date.parse(moment(text));

/** Of the affiliate, whose first record is what the reversal and the correction ask about. */
export async function insertRequests(database: Database, uid: string): Promise<Inserted> {
  return database.transaction(async (transaction) => {
    const affiliate_id = Number((await transaction('accounts').where({ uid }).first('id')).id);
    const record_id = Number((await transaction('commission_records').where({ inviter_id: affiliate_id }).min('id as id').first())?.id);
    const text_id = await insert(transaction, 'free_texts', { account_id: affiliate_id, text: 'a reason that is long enough' });
    const change = (kind: string, to: string, requested: string, rest: Row): Promise<number> => insert(transaction, 'status_changes', {
      affiliate_id, kind, from_value: 'none', to_value: to, reason_code: 'suspected_terms_breach', text_id, evidence: '["https://example.test/case/1"]',
      effective_at: at(requested), seen: '{}', source: 'staff', requested_by: 'operations@demo.test', requested_by_id: 1, requested_role: 'operations',
      requested_at: at(requested), state: 'pending', ...rest,
    });
    const decided = (when: string, state: string, by = 'compliance@demo.test'): Row => ({
      state, decided_by: by, decided_by_id: 3, decided_at: at(when), comment: `${state} for a good reason`,
    });
    const ids = {
      applied: await change('restrict', 'restricted', '2026-02-10', { ...decided('2026-02-10 08:00', 'applied'), applied_at: at('2026-02-10 08:00') }),
      rejected: await change('suspend', 'suspended', '2026-02-11', decided('2026-02-11 08:00', 'rejected')),
      cancelled: await change('terminate', 'ended', '2026-02-12', decided('2026-02-12 08:00', 'cancelled', 'operations@demo.test')),
      lapsed: await change('freeze', 'frozen', '2026-02-13', {
        holds_until: at('2026-02-16'), state: 'lapsed', decided_by: 'system', decided_at: at('2026-02-16'),
      }),
      pendingFreeze: await change('freeze', 'frozen', '2026-03-11 08:00', { holds_until: at('2026-03-14 08:00') }),
    };
    await freeze(transaction, affiliate_id, ids.pendingFreeze);
    const asked: Row = {
      record_id, affiliate_id, amount_e8: -100_000_001, currency: 'USDT', reason_code: 'correction', text_id, source: 'staff', requested_by: 'operations@demo.test',
      requested_by_id: 1, requested_at: at('2026-02-20'), state: 'pending',
    };
    const reversal = await insert(transaction, 'reversals', { ...asked, ...decided('2026-02-20 08:00', 'rejected') });
    const correction = await insert(transaction, 'corrections', { ...asked, amount_e8: 5, requested_at: at('2026-02-21') });
    const line = await payoutLine(transaction, affiliate_id);
    const shown = Object.entries({ ...ids, reversal, correction, line }).map(([name, id]) => [name, String(id)]);
    return Object.fromEntries(shown) as Inserted;
  });
}

/** STA-8: a freeze holds from filing for 72 hours. */
async function freeze(transaction: Knex.Transaction, account_id: number, change: number): Promise<void> {
  const revision = await nextRevision(transaction, at('2026-03-11 08:00'), `status_change:${change}`);
  const book = await loadStates(transaction, [account_id]);
  const restriction = { account_id, field: 'restriction' } as const;
  applyState(book, { ...restriction, value: 'frozen', at: at('2026-03-11 08:00'), cause: `status_change:${change}` });
  applyState(book, { ...restriction, value: 'none', at: at('2026-03-14 08:00'), cause: `status_change:${change}:lapse` });
  await saveStates(transaction, book, revision);
}

/** A line of 12.5 USDT of the batch of 5 February, paid on the 6th, confirmed by a file of the 7th. */
async function payoutLine(transaction: Knex.Transaction, affiliate_id: number): Promise<number> {
  const import_id = await insert(transaction, 'imports', {
    feed: 'payout-confirmations', file_name: 'paid.csv', state: 'done', dry_run: 0, bytes_total: 1, bytes_read: 1, row_count: 1, accepted: 1, duplicates: 0,
    conflicts: 0, rejected: 0, bindings_refused: 0, requested_by: 'system', started_at: at('2026-02-07'), finished_at: at('2026-02-07'),
  });
  const run_id = await insert(transaction, 'runs', {
    kind: 'payout', period: '2026-02-05', state: 'done', progress_bps: 10_000, range_from: 0, range_until: 0, cursor_at: 0, cursor_id: 0, result: '{}',
    requested_by: 'system', started_at: at('2026-02-06'), finished_at: at('2026-02-06'),
  });
  const batch_id = await insert(transaction, 'payout_batches', {
    day: '2026-02-05', run_id, last_record_id: 0, created_by: 'system', created_at: at('2026-02-06'), deadline_at: at('2026-02-06 05:00'), state: 'paid',
    released_by: 'operations@demo.test', released_at: at('2026-02-06 01:00'), paid_at: at('2026-02-07'),
  });
  return insert(transaction, 'payout_lines', {
    batch_id, affiliate_id, currency: 'USDT', amount_units: 12, amount_fraction_e8: 50_000_000, records: 3, state: 'paid', confirmed_at: at('2026-02-06 02:00'), reference: 'ref-1',
    import_id,
  });
}
