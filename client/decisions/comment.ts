/** A comment has 10 to 2,000 characters (CONTRACT 3), and so has every text of a request. */
export const MIN_COMMENT = 10;
export const MAX_COMMENT = 2000;
