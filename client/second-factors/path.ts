/** One's own second factor, below /api. */
export const SECOND_FACTOR = 'session/second-factor';
