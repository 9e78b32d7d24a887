import { decidedBySecond } from '../transitions/contract-steps.ts';

export const boostStates = ['pending', 'approved', 'rejected'] as const;
export type BoostState = (typeof boostStates)[number];

/** TIE-9: set by one member of staff, approved by another. */
export const boostSteps = decidedBySecond(['operations']);
