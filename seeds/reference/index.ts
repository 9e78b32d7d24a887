import type { Knex } from 'knex';
import { dialectOf } from '../../db/connection.ts';
import { execute, row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { writeAudit } from '../../server/audit/service.ts';
import { parseInstant } from '../../server/calendar.ts';
import type { Clock } from '../../server/clock.ts';
import { programmes } from '../../server/rulebooks/contract.ts';
import { insertRulebook } from '../../server/rulebooks/service.ts';
import { countries } from './countries.ts';
import { rulebookV1, rulebookV1EffectiveFrom } from './rulebooks.ts';

/** Countries and version 1 of each programme, approved; what is there already stays as it is. Answers what was added. */
export async function seedReference(transaction: Knex.Transaction, clock: Clock): Promise<{ countries: number; rulebooks: number }> {
  const addedCountries = await execute(
    transaction,
    `INSERT INTO countries (code, name) SELECT k.code, k.name FROM {{list}} k WHERE true ON CONFLICT (code) DO NOTHING`,
    { list: JSON.stringify(countries) },
    { list: dialectOf(transaction).rowset('list', { code: 'text', name: 'text' }) },
  );
  const added: { id: number; programme: string }[] = [];
  for (const programme of programmes) {
    if (await row(transaction, 'SELECT 1 AS yes FROM rulebooks WHERE programme = :programme AND version = 1', { programme })) continue;
    const id = await insertRulebook(transaction, rulebookV1[programme], {
      version: 1,
      effective_from: parseInstant(rulebookV1EffectiveFrom) as number,
      proposed_by: systemActor.name,
      decided_by: systemActor.name,
      at: clock.now(),
    });
    added.push({ id, programme });
  }
  for (const { id, programme } of added) {
    await writeAudit(transaction, {
      at: clock.now(),
      actor: systemActor,
      action: 'rulebook.seeded',
      subject_type: 'rulebooks',
      subject_id: String(id),
      changes: { programme: { old: null, new: programme }, version: { old: null, new: 1 } },
    });
  }
  return { countries: addedCountries, rulebooks: added.length };
}
