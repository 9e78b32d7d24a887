import { decidedBySecond } from '../transitions/contract-steps.ts';

export const applicationStates = ['pending', 'approved', 'rejected'] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** ENR-6: operations decide, not who filed it. */
export const applicationSteps = decidedBySecond(['operations']);
