import { decidedBySecond, type Step } from '../transitions/contract-steps.ts';

/** `applied`: it needed nobody's consent. */
export const staffChangeStates = ['pending', 'approved', 'rejected', 'cancelled', 'applied'] as const;
export type StaffChangeState = (typeof staffChangeStates)[number];

/** An administrator asks, compliance agrees: nobody makes themselves a second one (DESIGN 6). */
export const staffChangeSteps: readonly Step<StaffChangeState, 'approve' | 'reject' | 'cancel'>[] = [
  ...decidedBySecond(['compliance']),
  { verb: 'cancel', from: ['pending'], to: 'cancelled', who: ['admin'], requester: 'only' },
];
