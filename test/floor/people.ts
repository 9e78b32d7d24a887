/** Who works on the floor: their numbers are 1, 2, 3… in this order. */
import type { Database } from '../../db/connection.ts';
import { execute } from '../../db/statement.ts';
import { seedReference } from '../../seeds/reference/index.ts';
import type { Actor } from '../../server/audit/contract.ts';
import type { Filling } from '../database.ts';

const roles = { ona: 'operations', otto: 'operations', cleo: 'compliance', carl: 'compliance', sue: 'support', ada_min: 'admin' } as const;
export type Person = keyof typeof roles;

export function actorOf(name: Person): Actor {
  return { staff_id: Object.keys(roles).indexOf(name) + 1, name: `${name}@floor.test`, role: roles[name], request_id: null };
}

/** Reference data and the staff. */
export const emptyFloor: Filling = { name: 'an empty floor', fill: settle };

async function settle(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await seedReference(transaction, { now: () => 0 });
    for (const [name, role] of Object.entries(roles)) {
      await execute(
        transaction,
        `INSERT INTO staff (email, name, role, state, session_epoch, created_at) VALUES (:email, :name, :role, 'active', 0, 0)`,
        { email: `${name}@floor.test`, name, role },
      );
    }
  });
}
