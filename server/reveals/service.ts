import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { HOUR_MS } from '../calendar.ts';
import type { Context } from '../context.ts';
import { fieldsOf, type Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import { lockStaff } from '../staff/store.ts';
import type { RevealBody, Revealed } from './contract.ts';
import { countReveals, findIdentity, insertReveal } from './store.ts';

const REVEALS_PER_HOUR = 20;

/**
 * Shows personal data of one person for a stated reason. It is written down and committed before it is shown
 * (DESIGN 6). Throws `bad_value` (a field that is not masked there), `not_found`, and `too_many_requests` beyond 20
 * an hour.
 */
export async function reveal(context: Context, actor: Actor, role: Role, request: RevealBody): Promise<Revealed> {
  const staffId = actor.staff_id;
  if (staffId === null) throw new Refusal('forbidden');
  const { masked } = fieldsOf(role, request.resource);
  const fields = [...new Set(request.fields)];
  for (const field of fields) {
    if (!masked.includes(field)) throw new Refusal('bad_value', { field }, `${field} is nothing to reveal there.`);
  }
  const identity = await context.database.transaction(async (transaction) => {
    const at = context.clock.now();
    // One at a time and person: twenty at once count as twenty.
    await lockStaff(transaction, staffId);
    if ((await countReveals(transaction, staffId, at - HOUR_MS)) >= REVEALS_PER_HOUR) {
      throw new Refusal('too_many_requests', { retry_after_s: HOUR_MS / 1000 });
    }
    const found = await findIdentity(transaction, request.resource, request.id);
    if (!found) throw new Refusal('not_found');
    await insertReveal(transaction, {
      staff_id: staffId,
      account_id: found.account_id,
      fields: JSON.stringify(fields),
      reason: request.reason,
      at,
    });
    await writeAudit(transaction, {
      at,
      actor,
      action: 'account.revealed',
      subject_type: request.resource,
      subject_id: request.id,
      changes: { fields: { old: null, new: fields } },
      reason: request.reason,
    });
    return found;
  });
  return { fields: Object.fromEntries(fields.map((field) => [field, identity[field]])) };
}
