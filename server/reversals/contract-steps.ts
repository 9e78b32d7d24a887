import { decidedBySecond } from '../transitions/contract-steps.ts';

/** Reversals and corrections are asked for and decided alike (PAY-4, PAY-6). */
export const recordRequestStates = ['pending', 'approved', 'rejected'] as const;
export type RecordRequestState = (typeof recordRequestStates)[number];

/** Of those that the system asks for one person is enough (STA-10). */
export const recordRequestSteps = decidedBySecond(['compliance']);
