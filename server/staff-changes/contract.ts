import { z } from 'zod';
import { words } from '../transitions/contract.ts';
import { roles, type Role } from '../policy/contract-kinds.ts';
import { newStaff } from '../staff/contract.ts';
import type { StaffChangeState } from './contract-steps.ts';

/** What can change among the staff. A disabling holds at once; all else waits for compliance (CONTRACT 3). */
export const staffChangeKinds = ['add', 'role', 'disable', 'enable'] as const;
export type StaffChangeKind = (typeof staffChangeKinds)[number];

export * from './contract-steps.ts';

const staff_id = z.string().regex(/^[1-9]\d{0,14}$/, 'is no number of a member of staff');

/** `POST /api/staff-changes`. `reason`: why, for who decides. */
export const newStaffChange = z.discriminatedUnion('kind', [
  newStaff.extend({ kind: z.literal('add'), reason: words.optional() }),
  z.strictObject({ kind: z.literal('role'), staff_id, role: z.enum(roles), reason: words.optional() }),
  z.strictObject({ kind: z.literal('disable'), staff_id, reason: words.optional() }),
  z.strictObject({ kind: z.literal('enable'), staff_id, reason: words.optional() }),
]);
export type NewStaffChange = z.infer<typeof newStaffChange>;

export interface StaffChangeRow {
  id: string;
  kind: StaffChangeKind;
  /** Null of an addition that is not agreed. */
  staff_id: string | null;
  email: string;
  name: string;
  role_from: Role | null;
  role_to: Role;
  reason: string | null;
  requested_by: string;
  requested_at: string;
  state: StaffChangeState;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
}

/** What an approval answers beside the row, where somebody now has to choose a password: told once, kept only as a hash. */
export interface ApprovedStaffChange extends StaffChangeRow {
  invitation?: { token: string; expires_at: string };
}
