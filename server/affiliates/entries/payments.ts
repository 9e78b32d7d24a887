import { formatAmount, joinSum } from '../../money.ts';
import type { TimelineCode } from '../contract.ts';
import { entrySource, importInstant, type EntryParts, type EntrySource } from './source.ts';

interface RecordRequest {
  n: number;
  record_id: number;
  amount: string;
  currency: string;
  code: TimelineCode;
  actor: string;
}

type RecordTable = 'reversals' | 'corrections';

const requestColumns = 'q.id AS n, q.record_id, CAST(q.amount_e8 AS TEXT) AS amount, q.currency';

function recordEntry(kind: 'reversal' | 'correction', row: RecordRequest, details: EntryParts['details']): EntryParts {
  return {
    kind,
    title: { code: row.code, parameters: { amount: formatAmount(BigInt(row.amount)), currency: row.currency } },
    subject: { type: `${kind}s`, id: String(row.n) },
    actor: row.actor,
    details: { record_id: String(row.record_id), ...details },
  };
}

/** PAY-4, PAY-6: asked by one, decided by another. */
function recordSources(kind: 'reversal' | 'correction'): EntrySource[] {
  const table: RecordTable = `${kind}s`;
  const requested = entrySource<RecordRequest & { reason_code: string; text: string; source: string; cause: string | null; state: string }>({
    name: `${kind}_requested`,
    resource: table,
    sql: `SELECT ${requestColumns}, q.requested_at AS at, NULL AS known_at, '${kind}_requested' AS code, q.requested_by AS actor, q.reason_code,
        f.text, q.source, q.cause, q.state
      FROM ${table} q JOIN free_texts f ON f.id = q.text_id WHERE q.affiliate_id = :account`,
    entry: (row) => recordEntry(kind, row, {
      reason_code: row.reason_code, text: row.text, source: row.source, cause: row.cause, state: row.state,
    }),
  });
  const decided = entrySource<RecordRequest & { comment: string | null; result_record_id: number | null }>({
    name: `${kind}_decided`,
    resource: table,
    sql: `SELECT ${requestColumns}, q.decided_at AS at, NULL AS known_at, '${kind}_' || q.state AS code, q.decided_by AS actor, q.comment,
        q.result_record_id
      FROM ${table} q WHERE q.decided_at IS NOT NULL AND q.affiliate_id = :account`,
    entry: (row) => recordEntry(kind, row, {
      comment: row.comment, result_record_id: row.result_record_id === null ? null : String(row.result_record_id),
    }),
  });
  return [decided, requested];
}

interface Line {
  n: number;
  batch_id: number;
  day: string;
  units: string;
  fraction: string;
  currency: string;
  state: string;
  actor: string | null;
}

const lineColumns = `l.id AS n, l.batch_id, b.day, CAST(l.amount_units AS TEXT) AS units, CAST(l.amount_fraction_e8 AS TEXT) AS fraction,
  l.currency, l.state`;
const linesOfAccount = 'payout_lines l JOIN payout_batches b ON b.id = l.batch_id WHERE l.affiliate_id = :account';

function lineEntry(row: Line, code: TimelineCode, details: EntryParts['details']): EntryParts {
  return {
    kind: 'payout',
    title: { code, parameters: { day: row.day, amount: formatAmount(joinSum(row.units, row.fraction)), currency: row.currency } },
    subject: { type: 'payout-lines', id: String(row.n) },
    actor: row.actor,
    details: { batch_id: String(row.batch_id), state: row.state, ...details },
  };
}

const lineMade = entrySource<Line & { records: number }>({
  name: 'payout_line_made',
  resource: 'payout-lines',
  sql: `SELECT ${lineColumns}, b.created_at AS at, NULL AS known_at, b.created_by AS actor, l.records FROM ${linesOfAccount}`,
  entry: (row) => lineEntry(row, 'payout_line_made', { records: row.records }),
});

/** PAY-3: confirmed by the payment system, either way. */
const lineConfirmed = entrySource<Line & { reference: string | null }>({
  name: 'payout_line_confirmed',
  resource: 'payout-lines',
  sql: `SELECT ${lineColumns}, l.confirmed_at AS at, ${importInstant('l.import_id')} AS known_at, NULL AS actor, l.reference
    FROM ${linesOfAccount} AND l.state IN ('paid', 'failed') AND l.confirmed_at IS NOT NULL`,
  entry: (row) => lineEntry(row, row.state === 'paid' ? 'payout_line_paid' : 'payout_line_failed', { reference: row.reference }),
});

const lineWithdrawn = entrySource<Line & { withdrawn_because: string | null }>({
  name: 'payout_line_withdrawn',
  resource: 'payout-lines',
  sql: `SELECT ${lineColumns}, b.released_at AS at, NULL AS known_at, b.released_by AS actor, l.withdrawn_because
    FROM ${linesOfAccount} AND l.state = 'withdrawn' AND b.released_at IS NOT NULL`,
  entry: (row) => lineEntry(row, 'payout_line_withdrawn', { withdrawn_because: row.withdrawn_because }),
});

/** What moved an affiliate's money; of one instant, what followed before what it followed from. */
export const paymentSources = [lineWithdrawn, lineConfirmed, lineMade, ...recordSources('correction'), ...recordSources('reversal')];
