import { row, rows, type Connection } from '../../db/statement.ts';
import { holdsMoney } from '../affiliates/contract.ts';
import { restrictionAt } from '../commissions/held.ts';
import { formatAmount, joinSum } from '../money.ts';
import { Refusal } from '../refusal.ts';
import type { Balance } from './contract.ts';

interface Term {
  term: 'accrued' | 'open' | 'in_batch' | 'paid';
  currency: string;
  units: string;
  fraction: string;
}

const sums = (units: string, fraction: string): string => `CAST(sum(${units}) AS TEXT) AS units, CAST(sum(${fraction}) AS TEXT) AS fraction`;

/**
 * PAY-5 for one affiliate, by currency: what accrued and what is open from the kept aggregates, what is in a batch or paid from the
 * lines. Open is held as a whole where the affiliate is frozen or suspended at `at` (STA-7). Throws `not_found`.
 */
export async function balanceOf(connection: Connection, uid: string, at: number): Promise<Balance[]> {
  const affiliate = await row<{ id: number; restriction: string }>(
    connection, `SELECT a.id, ${restrictionAt('a.id', ':at')} AS restriction FROM accounts a WHERE a.uid = :uid`, { uid, at },
  );
  if (!affiliate) throw new Refusal('not_found');
  const held = holdsMoney(affiliate.restriction);
  const terms = await rows<Term>(
    connection,
    `SELECT 'accrued' AS term, t.currency, ${sums('t.amount_units', 't.amount_fraction_e8')} FROM commission_totals t
     WHERE t.inviter_id = :id AND t.status <> 'zero' GROUP BY t.currency
     UNION ALL
     SELECT 'open', t.currency, ${sums('t.amount_units', 't.amount_fraction_e8')} FROM commission_totals t
     WHERE t.inviter_id = :id AND t.status = 'open' GROUP BY t.currency
     UNION ALL
     SELECT CASE l.state WHEN 'paid' THEN 'paid' ELSE 'in_batch' END, l.currency, ${sums('l.amount_units', 'l.amount_fraction_e8')}
     FROM payout_lines l WHERE l.affiliate_id = :id AND l.state IN ('ready', 'released', 'paid')
     GROUP BY CASE l.state WHEN 'paid' THEN 'paid' ELSE 'in_batch' END, l.currency`,
    { id: affiliate.id },
  );
  const currencies = [...new Set(terms.map((one) => one.currency))].sort((a, b) => (a < b ? -1 : 1));
  return currencies.map((currency) => balance(currency, terms.filter((one) => one.currency === currency), held));
}

function balance(currency: string, terms: Term[], held: boolean): Balance {
  const of = (name: Term['term']): bigint => {
    const term = terms.find((one) => one.term === name);
    return term ? joinSum(term.units, term.fraction) : 0n;
  };
  const [unpaid, none] = [of('open'), 0n];
  const open = held ? none : unpaid;
  return {
    currency,
    accrued: formatAmount(of('accrued')),
    paid: formatAmount(of('paid')),
    in_batch: formatAmount(of('in_batch')),
    held: formatAmount(held ? unpaid : none),
    open: formatAmount(open),
    carried_over: formatAmount(open < none ? open : none),
  };
}
