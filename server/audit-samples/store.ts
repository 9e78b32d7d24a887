import { dialectOf } from '../../db/connection.ts';
import { execute, row, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import type { SampleConclusion } from './contract.ts';
import type { Draw } from './draw.ts';
import type { PerformedRecord } from './perform.ts';

export interface NewSampleRow {
  seed: string;
  /** Canonical JSON. */
  filter: string;
  size: number;
  draw: Draw;
  performed: PerformedRecord[];
}

const recordColumns = {
  position: 'integer', record_id: 'integer', draw: 'text', stored: 'text', derived: 'text', stored_e8: 'integer', derived_e8: 'integer', agrees: 'integer',
} as const;

/** Writes a sample with its records; what agrees stands concluded as recorded, what differs waits for a person. Answers its id. */
export async function insertSample(transaction: Transaction, { seed, filter, size, draw, performed }: NewSampleRow, actor: Actor, at: number): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO audit_samples (seed, filter, size, population, last_record_id, drawn_by, drawn_by_id, drawn_at)
     VALUES (:seed, :filter, :size, :population, :last_record_id, :by, :by_id, :at) RETURNING id`,
    { seed, filter, size, population: draw.population, last_record_id: draw.last_record_id, by: actor.name, by_id: actor.staff_id, at },
  );
  const sample_id = (made as { id: number }).id;
  const byRecord = new Map(performed.map((one) => [one.record_id, one]));
  const list = draw.drawn.map(({ record_id, draw: number }, place) => {
    const { stored, derived, stored_e8, derived_e8, agrees } = byRecord.get(record_id) as PerformedRecord;
    return {
      position: place + 1, record_id, draw: number, stored: JSON.stringify(stored), derived: derived === null ? null : JSON.stringify(derived),
      stored_e8: String(stored_e8), derived_e8: derived_e8 === null ? null : String(derived_e8), agrees: agrees ? 1 : 0,
    };
  });
  await execute(
    transaction,
    `INSERT INTO audit_sample_records (sample_id, position, record_id, draw, stored, derived, stored_e8, derived_e8, agrees, performed_at, conclusion)
     SELECT :sample_id, k.position, k.record_id, k.draw, k.stored, k.derived, k.stored_e8, k.derived_e8, k.agrees, :at,
       CASE WHEN k.agrees = 1 THEN 'as_recorded' END FROM {{list}} k`,
    { sample_id, at, list: JSON.stringify(list) },
    { list: dialectOf(transaction).rowset('list', recordColumns) },
  );
  return sample_id;
}

export interface StoredSample {
  id: number;
  signed_at: number | null;
  unconcluded: number;
  exceptions: number;
}

/** The sample, kept until the transaction ends: nothing is concluded while it is signed off, and the other way round. */
export async function lockSample(transaction: Transaction, id: number): Promise<StoredSample | undefined> {
  const sample = await row<{ id: number; signed_at: number | null }>(
    transaction, 'SELECT id, signed_at FROM audit_samples WHERE id = :id {{lock}}', { id }, { lock: dialectOf(transaction).lockForUpdate },
  );
  const counted = await row<{ unconcluded: number; exceptions: number }>(
    transaction,
    `SELECT count(*) - count(conclusion) AS unconcluded, CAST(COALESCE(sum(CASE WHEN conclusion = 'exception' THEN 1 ELSE 0 END), 0) AS BIGINT) AS exceptions
     FROM audit_sample_records WHERE sample_id = :id`,
    { id },
  );
  return sample && counted ? { ...sample, ...counted } : undefined;
}

export interface StoredSampleRecord {
  id: number;
  sample_id: number;
  record_id: number;
  agrees: number;
  conclusion: string | null;
}

export function findRecord(transaction: Transaction, id: number): Promise<StoredSampleRecord | undefined> {
  return row(transaction, 'SELECT id, sample_id, record_id, agrees, conclusion FROM audit_sample_records WHERE id = :id', { id });
}

export async function concludeRow(
  transaction: Transaction, id: number, concluded: { conclusion: string; note: string | null; by: string; at: number },
): Promise<void> {
  await execute(
    transaction,
    'UPDATE audit_sample_records SET conclusion = :conclusion, note = :note, concluded_by = :by, concluded_at = :at WHERE id = :id',
    { id, ...concluded },
  );
}

/** Freezes the sample and its records. */
export async function signRow(
  transaction: Transaction, id: number, signed: { conclusion: SampleConclusion; comment: string; by: string; by_id: number | null; at: number },
): Promise<void> {
  await execute(
    transaction,
    `UPDATE audit_samples SET conclusion = :conclusion, comment = :comment, signed_by = :by, signed_by_id = :by_id, signed_at = :at
     WHERE id = :id AND signed_at IS NULL`,
    { id, ...signed },
  );
  await execute(transaction, 'UPDATE audit_sample_records SET signed_at = :at WHERE sample_id = :id', { id, at: signed.at });
}
