import { monthEnd, monthStart } from '../calendar.ts';
import { known } from '../known.ts';
import { cutRate, formatAmount, joinSum, ONE_E8 } from '../money.ts';
import { rows, type Connection } from '../../db/statement.ts';
import type { RulebookDocument } from '../rulebooks/contract.ts';
import type { CurrencySum } from '../commissions/contract.ts';
import type { Dossier } from './contract.ts';

const DAYS_IN_MONTH = 30n;

export interface CostQuestion {
  affiliate_id: number;
  month: string;
  tier_from: number;
  tier_to: number;
}

/** What the higher rate adds to the month's earning records: base × (new rate − old rate), by currency; a day is a thirtieth (TIE-5). */
export async function costOf(connection: Connection, rulebook: RulebookDocument, review: CostQuestion): Promise<Dossier['cost']> {
  const rateOf = (tier: number): number => known(rulebook.tiers.find((one) => one.tier === tier), `tier ${tier}`).rate_bps;
  const [from, to] = [rateOf(review.tier_from), rateOf(review.tier_to)];
  const bases = await earningBase(connection, review.affiliate_id, review.month);
  const monthly = bases.map(({ currency, base }) => ({ currency, amount: cutRate(base, to - from) }));
  return {
    rate_from_bps: from,
    rate_to_bps: to,
    last_month_base: bases.map(({ currency, base }) => ({ currency, amount: formatAmount(base) })),
    monthly: wire(monthly),
    per_day: wire(monthly.map(({ currency, amount }) => ({ currency, amount: amount / DAYS_IN_MONTH }))),
  };
}

function wire(list: { currency: string; amount: bigint }[]): CurrencySum[] {
  return list.map(({ currency, amount }) => ({ currency, amount: formatAmount(amount) }));
}

async function earningBase(connection: Connection, affiliateId: number, month: string): Promise<{ currency: string; base: bigint }[]> {
  const list = await rows<{ currency: string; units: string; fraction: string }>(
    connection,
    `SELECT c.currency, CAST(sum(c.base_e8 / ${ONE_E8}) AS TEXT) AS units, CAST(sum(c.base_e8 % ${ONE_E8}) AS TEXT) AS fraction
     FROM commission_records c
     WHERE c.inviter_id = :affiliateId AND c.executed_at >= :from AND c.executed_at < :until AND c.kind = 'commission' AND c.reason = ''
     GROUP BY c.currency ORDER BY c.currency`,
    { affiliateId, from: monthStart(month), until: monthEnd(month) },
  );
  return list.map(({ currency, units, fraction }) => ({ currency, base: joinSum(units, fraction) }));
}
