import { rows, type Connection } from '../../db/statement.ts';
import type { Programme, RulebookDocument } from './contract.ts';
import type { Rulebook } from './rules.ts';

/** All approved versions, by programme and time; a handful. */
export async function approvedRulebooks(connection: Connection): Promise<Rulebook[]> {
  const list = await rows<{ id: number; programme: Programme; version: number; effective_from: number; effective_to: number; document: string }>(
    connection,
    `SELECT id, programme, version, effective_from, effective_to, document FROM rulebooks WHERE state = 'approved'
     ORDER BY programme, effective_from`,
  );
  return list.map((item) => ({ ...item, document: JSON.parse(item.document) as RulebookDocument }));
}
