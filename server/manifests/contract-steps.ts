import { decidedBySecond } from '../transitions/contract-steps.ts';
import { deciders } from '../policy/contract-kinds.ts';

/** PAY-8: two people go on without a manifest that does not match. */
export const overrideSteps = decidedBySecond(deciders);
