import type { ListField } from './source.ts';
import { amountText } from './wire-text.ts';

/**
 * A sum that is kept apart as whole units and e8 fractions (DESIGN 4), as a field. It compares exactly up to 92 billion units;
 * beyond, where 64 bits end, all compare alike.
 */
export function keptSum(units: string, fraction: string): ListField {
  const whole = `(${units} + ${fraction} / 100000000)`;
  const rest = `(${fraction} % 100000000)`;
  return {
    sql: `CASE WHEN ${whole} >= 92233720368 THEN 9223372036800000000 ELSE ${whole} * 100000000 + ${rest} END`,
    wire: amountText(whole, rest),
  };
}
