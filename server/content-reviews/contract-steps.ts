import { decidedBySecond } from '../transitions/contract-steps.ts';

export const contentReviewStates = ['pending', 'approved', 'rejected'] as const;
export type ContentReviewState = (typeof contentReviewStates)[number];

/** CAM-5: compliance decides, not who handed it in. */
export const contentReviewSteps = decidedBySecond(['compliance']);
