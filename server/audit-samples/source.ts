import type { ListSource } from '../lists/source.ts';

const counted = (what: string): string => `(SELECT count(*) FROM audit_sample_records r WHERE r.sample_id = s.id${what})`;
const state = `CASE WHEN s.signed_at IS NULL THEN 'open' ELSE 'signed_off' END`;

export const samplesSource: ListSource = {
  resource: 'audit-samples',
  from: 'audit_samples s',
  parameters: {},
  fields: {
    id: { sql: 's.id' },
    seed: { sql: 's.seed' },
    filter: { sql: 's.filter' },
    size: { sql: 's.size' },
    population: { sql: 's.population' },
    last_record_id: { sql: 's.last_record_id' },
    records: { sql: counted('') },
    differing: { sql: counted(' AND r.agrees = 0') },
    unconcluded: { sql: counted(' AND r.conclusion IS NULL') },
    exceptions: { sql: counted(` AND r.conclusion = 'exception'`) },
    state: { sql: state, plain: true },
    drawn_by: { sql: 's.drawn_by' },
    drawn_at: { sql: 's.drawn_at' },
    conclusion: { sql: 's.conclusion', nullable: true, plain: true },
    comment: { sql: 's.comment', nullable: true },
    signed_by: { sql: 's.signed_by', nullable: true },
    signed_at: { sql: 's.signed_at', nullable: true },
  },
  search: { seed: (parameter) => `s.seed = ${parameter}` },
  small: true,
  newest: '(SELECT max(id) FROM audit_samples)',
};

/** The work paper, one record a row; its export carries what it was drawn by and who signed it in every line. */
export const sampleRecordsSource: ListSource = {
  resource: 'audit-sample-records',
  from: `audit_sample_records r
    JOIN audit_samples s ON s.id = r.sample_id
    JOIN commission_records c ON c.id = r.record_id
    LEFT JOIN accounts a ON a.id = c.inviter_id
    LEFT JOIN trades t ON t.id = c.trade_ref`,
  parameters: {},
  fields: {
    id: { sql: 'r.id' },
    sample_id: { sql: 'r.sample_id' },
    seed: { sql: 's.seed' },
    filter: { sql: 's.filter' },
    population: { sql: 's.population' },
    position: { sql: 'r.position' },
    record_id: { sql: 'r.record_id' },
    trade_id: { sql: 't.trade_id', nullable: true, plain: true },
    inviter_uid: { sql: 'a.uid', plain: true },
    draw: { sql: 'r.draw', plain: true },
    currency: { sql: 'c.currency', plain: true },
    stored_amount: { sql: 'r.stored_e8' },
    derived_amount: { sql: 'r.derived_e8', nullable: true },
    agrees: { sql: 'r.agrees' },
    stored: { sql: 'r.stored' },
    derived: { sql: 'r.derived', nullable: true },
    performed_at: { sql: 'r.performed_at' },
    conclusion: { sql: 'r.conclusion', nullable: true, plain: true },
    note: { sql: 'r.note', nullable: true },
    concluded_by: { sql: 'r.concluded_by', nullable: true },
    concluded_at: { sql: 'r.concluded_at', nullable: true },
    sample_conclusion: { sql: 's.conclusion', nullable: true, plain: true },
    signed_by: { sql: 's.signed_by', nullable: true },
    signed_at: { sql: 's.signed_at', nullable: true },
  },
  newest: '(SELECT max(id) FROM audit_sample_records)',
};
