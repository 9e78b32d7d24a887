import { row, rows, type Connection } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import { holdsPayout } from '../commissions/held.ts';
import { rowById } from '../lists/page.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { Role } from '../policy/contract.ts';
import { families, type Family } from '../rulebooks/contract.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import type { AffiliateDetail, AffiliateRow } from './contract.ts';
import { accountsSource } from './store.ts';

/** One account as it stood at the instant, with what its page shows beside the row; throws not_found. */
export async function affiliateDetail(
  connection: Connection,
  uid: string,
  role: Role,
  at: number,
  now: number,
): Promise<AffiliateDetail> {
  const found = (await rowById(connection, accountsSource(at), uid, role)) as unknown as AffiliateRow;
  const [vip, ratios, totals] = await Promise.all([
    vipLevel(connection, uid, at),
    found.programme === 'pro' && found.ended_at === null ? ratiosAt(connection, uid, at) : null,
    totalsOf(connection, uid, now),
  ]);
  return { ...found, vip_level: vip, ratios, totals };
}

const heldAt = `s.known_to = ${FOREVER} AND s.from_at <= :at AND :at < s.to_at`;

async function vipLevel(connection: Connection, uid: string, at: number): Promise<number | null> {
  const found = await row<{ value: string }>(
    connection,
    `SELECT s.value FROM accounts a JOIN account_states s ON s.account_id = a.id AND s.field = 'vip_level' AND ${heldAt}
     WHERE a.uid = :uid`,
    { uid, at },
  );
  return found ? Number(found.value) : null;
}

/** REF-4: what the affiliate set, cut to the ceiling; where nothing is set, the default. */
async function ratiosAt(connection: Connection, uid: string, at: number): Promise<Partial<Record<Family, number>> | null> {
  const bounds = rulebookAt(await approvedRulebooks(connection), 'pro', at)?.document.ratios;
  if (!bounds) return null;
  const set = await rows<{ field: string; value: string }>(
    connection,
    `SELECT s.field, s.value FROM accounts a JOIN account_states s ON s.account_id = a.id AND ${heldAt}
     WHERE a.uid = :uid AND s.field IN (${families.map((family) => `'ratio:${family}'`).join(', ')})`,
    { uid, at },
  );
  const byField = new Map(set.map((item) => [item.field, Number(item.value)]));
  return Object.fromEntries(families.flatMap((family) => {
    const bound = bounds[family];
    return bound ? [[family, Math.min(byField.get(`ratio:${family}`) ?? bound.default_bps, bound.ceiling_bps)]] : [];
  }));
}

/** From the kept aggregates; what is open is `held` where the affiliate's payout is held now. */
async function totalsOf(connection: Connection, uid: string, now: number): Promise<AffiliateDetail['totals']> {
  const sums = await rows<{ currency: string; status: string; held: number; records: number; units: string; fraction: string }>(
    connection,
    `SELECT ct.currency, ct.status, CASE WHEN ${holdsPayout('a.id')} THEN 1 ELSE 0 END AS held, CAST(sum(ct.records) AS BIGINT) AS records,
       CAST(sum(ct.amount_units) AS TEXT) AS units, CAST(sum(ct.amount_fraction_e8) AS TEXT) AS fraction
     FROM accounts a JOIN commission_totals ct ON ct.inviter_id = a.id
     WHERE a.uid = :uid GROUP BY a.id, ct.currency, ct.status ORDER BY ct.currency, ct.status`,
    { uid, at: now },
  );
  return sums.map(({ currency, status, held, records, units, fraction }) => ({
    currency,
    status: status === 'open' && held === 1 ? 'held' : status,
    records,
    amount: formatAmount(joinSum(units, fraction)),
  }));
}
