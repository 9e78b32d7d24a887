import { monthOf } from '../calendar.ts';
import { row, type Connection } from '../../db/statement.ts';
import { formatAmount } from '../money.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import { affiliateFigures, presentKnowledge } from './figures.ts';
import { volumeStillNeeded } from './rules.ts';

/** TIE-11, in USDT: what the window of the begun month holds so far, and what is still needed in it. */
export interface Outlook {
  month: string;
  programme: string;
  tier: number;
  window_usdt: string;
  keep: { tier: number; name: string; needed_usdt: string };
  /** null on the highest step. */
  next: { tier: number; name: string; needed_usdt: string } | null;
}

/** The outlook of one affiliate as of an instant, by the evaluation's own statement; null without an open enrolment with tiers. */
export async function outlookOf(connection: Connection, accountId: number, now: number): Promise<Outlook | null> {
  const knowledge = await presentKnowledge(connection);
  const open = await row<{ programme: 'referral' | 'partner' }>(
    connection,
    `SELECT programme FROM enrolment_periods WHERE account_id = :accountId AND programme IN ('referral', 'partner')
       AND from_at <= :now AND :now < to_at AND known_from <= :revision AND :revision < known_to`,
    { accountId, now, revision: knowledge.known_at },
  );
  const rulebook = open && rulebookAt(await approvedRulebooks(connection), open.programme, now);
  if (!rulebook) return null;
  const month = monthOf(now);
  const [figures] = await affiliateFigures(connection, { month, rulebook, knowledge, affiliate_id: accountId, at: now });
  if (!figures) return null;
  const step = (tier: number) => {
    const found = rulebook.document.tiers.find((one) => one.tier === tier);
    return found ? { tier, name: found.name, needed_usdt: formatAmount(volumeStillNeeded(found, figures.volume_e8)) } : null;
  };
  const keep = step(figures.tier);
  if (!keep) return null;
  return {
    month, programme: rulebook.programme, tier: figures.tier, window_usdt: formatAmount(figures.volume_e8), keep, next: step(figures.tier + 1),
  };
}
