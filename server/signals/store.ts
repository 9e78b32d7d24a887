import { rows, type Connection } from '../../db/statement.ts';
import { HOUR_MS } from '../calendar.ts';
import { joinSum } from '../money.ts';
import { signalThresholds } from './contract.ts';
import { emailBase, nameBase, type Activity, type Newcomer, type Withdrawn } from './rules.ts';

export interface Window {
  from: number;
  until: number;
}

/** Bindings read at once: addresses are compared here, since the engines fold letters differently. */
const PAGE = 20_000;

interface BindingRow {
  id: number;
  kind: string;
  bound_at: number;
  inviter: string;
  invitee: string;
  email: string | null;
  name: string | null;
  inviter_email: string | null;
  inviter_name: string | null;
}

/** Those bound in the window, in the order of time. */
export async function newcomersOf(connection: Connection, { from, until }: Window): Promise<Newcomer[]> {
  const found: Newcomer[] = [];
  for (let [at, id] = [from, 0]; ;) {
    const page = await rows<BindingRow>(
      connection,
      `SELECT b.id, b.kind, b.bound_at, inviter.uid AS inviter, invitee.uid AS invitee, i.email, i.name,
         own.email AS inviter_email, own.name AS inviter_name
       FROM bindings b
       JOIN accounts inviter ON inviter.id = b.inviter_id JOIN accounts invitee ON invitee.id = b.invitee_id
       LEFT JOIN account_identities i ON i.account_id = b.invitee_id
       LEFT JOIN account_identities own ON own.account_id = b.inviter_id
       WHERE b.bound_at >= :at AND b.bound_at < :until AND (b.bound_at, b.id) > (:at, :id)
       ORDER BY b.bound_at, b.id LIMIT :limit`,
      { at, id, until, limit: PAGE },
    );
    found.push(...page.map(newcomerOf));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return found;
    [at, id] = [last.bound_at, last.id];
  }
}

function newcomerOf({ id, kind, bound_at, inviter, invitee, email, name, inviter_email, inviter_name }: BindingRow): Newcomer {
  return {
    id, inviter, invitee, bound_at, registered: kind === 'registration', email: emailBase(email ?? ''), name: nameBase(name ?? ''),
    inviter_email: emailBase(inviter_email ?? ''), inviter_name: nameBase(inviter_name ?? ''),
  };
}

const registeredIn = `b.kind = 'registration' AND b.bound_at >= :from AND b.bound_at < :until`;
const sumOf = (amount: string, when = '1 = 1'): [units: string, fraction: string] => [
  `CAST(COALESCE(sum(CASE WHEN ${when} THEN ${amount} / 100000000 END), 0) AS TEXT)`,
  `CAST(COALESCE(sum(CASE WHEN ${when} THEN ${amount} % 100000000 END), 0) AS TEXT)`,
];

/** What each of those who registered in the window has traded and paid in there; those who did not trade are not there. */
export async function activitiesOf(connection: Connection, window: Window, newcomers: Newcomer[]): Promise<Activity[]> {
  const [volume, volumeRest] = sumOf('t.volume_e8');
  const [api, apiRest] = sumOf('t.volume_e8', 't.via_api = 1');
  const traded = await rows<{ id: number; trades: number; volume: string; volume_rest: string; api: string; api_rest: string }>(
    connection,
    `SELECT b.id, count(*) AS trades, ${volume} AS volume, ${volumeRest} AS volume_rest, ${api} AS api, ${apiRest} AS api_rest
     FROM bindings b CROSS JOIN trades t
     WHERE ${registeredIn} AND t.account_id = b.invitee_id AND t.executed_at >= :from AND t.executed_at < :until GROUP BY b.id`,
    { ...window },
  );
  const [paid, paidRest] = sumOf('x.amount_e8');
  const deposits = new Map((await rows<{ id: number; paid: string; paid_rest: string }>(
    connection,
    `SELECT b.id, ${paid} AS paid, ${paidRest} AS paid_rest
     FROM bindings b CROSS JOIN transfers x
     WHERE ${registeredIn} AND x.account_id = b.invitee_id AND x.occurred_at >= :from AND x.occurred_at < :until
       AND x.direction = 'in' AND x.source <> 'internal' GROUP BY b.id`,
    { ...window },
  )).map((one) => [one.id, joinSum(one.paid, one.paid_rest)]));
  const active = new Map(traded.map((one) => [one.id, one]));
  return newcomers.flatMap(({ id, inviter, invitee, bound_at }) => {
    const sums = active.get(id);
    return sums ? [{
      inviter,
      invitee,
      bound_at,
      trades: sums.trades,
      volume: joinSum(sums.volume, sums.volume_rest),
      api_volume: joinSum(sums.api, sums.api_rest),
      deposits: deposits.get(id) ?? 0n,
    }] : [];
  });
}

/** Deposits in the window, from the amount of the threshold on, of which something left soon after. */
export async function withdrawalsOf(connection: Connection, window: Window): Promise<Withdrawn[]> {
  const { deposit, hours } = signalThresholds.withdrawal;
  const [out, outRest] = sumOf('o.amount_e8');
  const list = await rows<Omit<Withdrawn, 'deposit' | 'withdrawn'> & { deposit: string; out: string; out_rest: string }>(
    connection,
    `SELECT inviter.uid AS inviter, invitee.uid AS invitee, x.transfer_id, x.occurred_at AS at, CAST(x.amount_e8 AS TEXT) AS deposit,
       ${out} AS out, ${outRest} AS out_rest
     FROM bindings b CROSS JOIN transfers x CROSS JOIN transfers o
     JOIN accounts inviter ON inviter.id = b.inviter_id JOIN accounts invitee ON invitee.id = b.invitee_id
     WHERE ${registeredIn} AND x.account_id = b.invitee_id AND x.occurred_at >= :from AND x.occurred_at < :until
       AND x.direction = 'in' AND x.source <> 'internal' AND x.amount_e8 >= :least
       AND o.account_id = x.account_id AND o.direction = 'out' AND o.source <> 'internal'
       AND o.occurred_at >= x.occurred_at AND o.occurred_at <= x.occurred_at + :soon
     GROUP BY inviter.uid, invitee.uid, x.id, x.transfer_id, x.occurred_at, x.amount_e8 ORDER BY x.id`,
    { ...window, least: BigInt(deposit) * 100_000_000n, soon: hours * HOUR_MS },
  );
  return list.map(({ deposit: amount, out: units, out_rest, ...one }) => ({ ...one, deposit: BigInt(amount), withdrawn: joinSum(units, out_rest) }));
}

/** Changes with whatever a signal could rest on. */
export async function signalStamp(connection: Connection): Promise<string> {
  const [heads] = await rows<Record<string, number | null>>(
    connection,
    `SELECT (SELECT revision FROM engine_head) AS revision, (SELECT max(id) FROM trades) AS trades, (SELECT max(id) FROM transfers) AS transfers`,
  );
  return JSON.stringify(heads);
}
