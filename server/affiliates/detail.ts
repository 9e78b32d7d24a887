import { row, rows, type Connection } from '../../db/statement.ts';
import { holdsPayout } from '../commissions/held.ts';
import { rowById } from '../lists/page.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { Role } from '../policy/contract.ts';
import { families } from '../rulebooks/contract.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import type { AffiliateDetail, AffiliateRow, AffiliateStanding } from './contract.ts';
import { believed, knownParameter, revisionAt, type Known } from './knowledge.ts';
import { accountsSource } from './store.ts';

/**
 * One account as it stood at the instant, with what its page shows beside the row; throws not_found. For an instant that has passed,
 * `as_known_then` is what the console believed at that instant, where it has come to believe otherwise since.
 */
export async function affiliateDetail(
  connection: Connection,
  uid: string,
  role: Role,
  at: number,
  now: number,
): Promise<AffiliateDetail> {
  const shown = await shownBy(connection, uid, role, at, null);
  const then = at < now ? standingOf(await shownBy(connection, uid, role, at, await revisionAt(connection, at))) : null;
  const differs = then !== null && JSON.stringify(then) !== JSON.stringify(standingOf(shown));
  return { ...shown, totals: await totalsOf(connection, uid, now), as_known_then: differs ? then : null };
}

type Shown = Omit<AffiliateDetail, 'totals' | 'as_known_then'>;

async function shownBy(connection: Connection, uid: string, role: Role, at: number, known: Known): Promise<Shown> {
  const found = (await rowById(connection, accountsSource(at, known), uid, role)) as unknown as AffiliateRow;
  const [vip, ratios] = await Promise.all([
    vipLevel(connection, uid, at, known),
    found.programme === 'pro' && found.ended_at === null ? ratiosAt(connection, uid, at, known) : null,
  ]);
  return { ...found, vip_level: vip, ratios };
}

function standingOf({ programme, tier, rate, account_type, kyc_level, country, restriction, vip_level, ratios, ...row }: Shown): AffiliateStanding {
  const { activated_at, ended_at, end_reason } = row;
  return { programme, tier, rate, account_type, kyc_level, country, restriction, vip_level, ratios, activated_at, ended_at, end_reason };
}

const heldAt = (known: Known): string => `${believed('s', known)} AND s.from_at <= :at AND :at < s.to_at`;

async function vipLevel(connection: Connection, uid: string, at: number, known: Known): Promise<number | null> {
  const found = await row<{ value: string }>(
    connection,
    `SELECT s.value FROM accounts a JOIN account_states s ON s.account_id = a.id AND s.field = 'vip_level' AND ${heldAt(known)}
     WHERE a.uid = :uid`,
    { uid, at, ...knownParameter(known) },
  );
  return found ? Number(found.value) : null;
}

/** REF-4: what the affiliate set, cut to the ceiling; where nothing is set, the default. */
async function ratiosAt(connection: Connection, uid: string, at: number, known: Known): Promise<AffiliateDetail['ratios']> {
  const bounds = rulebookAt(await approvedRulebooks(connection), 'pro', at)?.document.ratios;
  if (!bounds) return null;
  const set = await rows<{ field: string; value: string }>(
    connection,
    `SELECT s.field, s.value FROM accounts a JOIN account_states s ON s.account_id = a.id AND ${heldAt(known)}
     WHERE a.uid = :uid AND s.field IN (${families.map((family) => `'ratio:${family}'`).join(', ')})`,
    { uid, at, ...knownParameter(known) },
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
