import { z } from 'zod';
import { roles, type Role } from '../policy/contract-kinds.ts';

export const staffStates = ['invited', 'active', 'disabled'] as const;
export type StaffState = (typeof staffStates)[number];

/** A new member of staff, as the command or an administrator names them. */
export const newStaff = z.strictObject({
  email: z.email().max(254),
  name: z.string().trim().min(1).max(100),
  role: z.enum(roles),
});
export type NewStaff = z.infer<typeof newStaff>;

/** A row of `staff` on the wire. There is no way for a password's hash into it. */
export interface StaffRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  state: StaffState;
  created_at: string;
}

/** What an invitation answers, once: the token is not kept in the clear. */
export interface Invitation {
  id: string;
  email: string;
  role: Role;
  token: string;
  expires_at: string;
}
