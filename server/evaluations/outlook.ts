import { monthOf } from '../calendar.ts';
import { row, type Connection } from '../../db/statement.ts';
import { formatAmount } from '../money.ts';
import type { RulebookTier, TieredProgramme } from '../rulebooks/contract.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { isTiered, rulebookAt } from '../rulebooks/rules.ts';
import type { Outlook, OutlookStep } from './contract.ts';
import { affiliateFigures, presentKnowledge } from './figures.ts';
import { volumeStillNeeded } from './rules.ts';

/** The outlook of one affiliate as of an instant, by the evaluation's own statement; null without an open enrolment with tiers. */
export async function outlookOf(connection: Connection, accountId: number, now: number): Promise<Outlook | null> {
  const knowledge = await presentKnowledge(connection);
  const open = await row<{ programme: TieredProgramme }>(
    connection,
    `SELECT programme FROM enrolment_periods WHERE account_id = :accountId AND ${isTiered('programme')}
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
    return found ? outlookStep(found, figures.volume_e8) : null;
  };
  const inviteesCount = typeof rulebook.document.qualification?.deposit_usdt === 'string';
  const keep = step(figures.tier);
  if (!keep) return null;
  return {
    month, programme: open.programme, tier: figures.tier, window_usdt: formatAmount(figures.volume_e8),
    qualified_invitees: inviteesCount ? figures.qualified_invitees : null, keep, next: step(figures.tier + 1),
  };
}

function outlookStep(step: RulebookTier, volume: bigint): OutlookStep {
  const { tier, name, qualified_volume_usdt, qualified_invitees } = step;
  return { tier, name, needed_usdt: formatAmount(volumeStillNeeded(step, volume)), qualified_volume_usdt, qualified_invitees };
}
