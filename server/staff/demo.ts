import type { Knex } from 'knex';
import { demoPassword, demoStaff, type DemoStaff } from '../../seeds/demo/staff.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { hashPassword } from './password.ts';
import { insertStaff } from './store.ts';

/** The six demo people (CONTRACT 2) or some of them, active at once; who is there already is left alone. Only where DEMO=1. */
export async function seedDemoStaff(
  transaction: Knex.Transaction, clock: Clock, people: readonly DemoStaff[] = demoStaff,
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  for (const { email, role, name } of people) {
    const at = clock.now();
    const id = await insertStaff(transaction, {
      email,
      role,
      name,
      state: 'active',
      password_hash: passwordHash,
      setup_token_hash: null,
      setup_token_until: null,
      at,
    });
    if (id === null) continue;
    await writeAudit(transaction, {
      at,
      actor: systemActor,
      action: 'staff.seeded',
      subject_type: 'staff',
      subject_id: String(id),
      changes: { role: { old: null, new: role } },
    });
  }
}
