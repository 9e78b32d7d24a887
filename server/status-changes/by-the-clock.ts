/** STA-8 in SQL: a request as the clock has it, whether or not its label was turned yet; `now` is an expression. */

/** A freeze that nobody approved in time. */
export const hasLapsed = (now: string): string => `c.state = 'pending' AND c.holds_until <= ${now}`;

/** An approved change whose instant has come. */
export const hasComeDue = (now: string): string => `c.state = 'approved' AND c.effective_at <= ${now}`;

/** The state of a request. */
export const stateThen = (now: string): string =>
  `CASE WHEN ${hasLapsed(now)} THEN 'lapsed' WHEN ${hasComeDue(now)} THEN 'applied' ELSE c.state END`;
