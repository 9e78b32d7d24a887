import { rows, type Connection } from '../../db/statement.ts';
import { stateOfVersion } from '../campaigns/store.ts';
import type { Resource } from '../policy/contract.ts';
import type { SearchKind, SearchWord } from './contract.ts';
import { FOREVER } from '../calendar.ts';

export interface FoundAccount {
  id: number;
  uid: string;
  country: string;
  /** Of the last enrolment. */
  programme: string | null;
}

const accountColumns = `a.id, a.uid, a.country, (
  SELECT p.programme FROM enrolment_periods p WHERE p.account_id = a.id AND p.known_to = ${FOREVER}
  ORDER BY p.from_at DESC LIMIT 1) AS programme`;

export function accountsByKey(connection: Connection, key: string): Promise<FoundAccount[]> {
  return rows(connection, `SELECT ${accountColumns} FROM accounts a WHERE a.uid = :key`, { key });
}

export function accountsByCode(connection: Connection, code: string): Promise<FoundAccount[]> {
  return rows(connection, `SELECT ${accountColumns} FROM accounts a WHERE a.referral_code = :code`, { code });
}

/** Addresses are kept as the exchange gave them; the whole one must be known. */
export function accountsByEmail(connection: Connection, email: string, limit: number): Promise<FoundAccount[]> {
  return rows(
    connection,
    `SELECT ${accountColumns} FROM account_identities i JOIN accounts a ON a.id = i.account_id
     WHERE i.email = :email ORDER BY a.uid LIMIT :limit`,
    { email, limit },
  );
}

export interface FoundTrade {
  trade_id: string;
  uid: string;
  product: string;
  executed_at: number;
}

export function tradesByKey(connection: Connection, key: string): Promise<FoundTrade[]> {
  return rows(
    connection,
    `SELECT t.trade_id, a.uid, t.product, t.executed_at FROM trades t JOIN accounts a ON a.id = t.account_id WHERE t.trade_id = :key`,
    { key },
  );
}

export interface FoundRecord {
  id: number;
  uid: string;
  kind: string;
  amount: string;
  currency: string;
}

export function recordsById(connection: Connection, id: number): Promise<FoundRecord[]> {
  return rows(
    connection,
    `SELECT r.id, a.uid, r.kind, CAST(r.amount_e8 AS TEXT) AS amount, r.currency
     FROM commission_records r JOIN accounts a ON a.id = r.inviter_id WHERE r.id = :id`,
    { id },
  );
}

export interface FoundCampaign {
  id: number;
  code: string;
  name: string;
  state: string;
}

/** By the code, or by the beginning of the name, whatever its case; a few are enough. */
export function campaignsByName(connection: Connection, word: string, limit: number): Promise<FoundCampaign[]> {
  return rows(
    connection,
    `SELECT c.id, c.code, v.name, c.state FROM campaigns c
     JOIN campaign_versions v ON v.id = COALESCE(c.version_id, (SELECT max(w.id) FROM campaign_versions w WHERE w.campaign_id = c.id))
     WHERE c.code = :word OR lower(substr(v.name, 1, length(:word))) = lower(:word) ORDER BY c.id DESC LIMIT :limit`,
    { word, limit },
  );
}

/** What has a number of its own. `words`: expressions over the row `x` and its affiliate `a`, with the list that they are values of. */
export interface Numbered {
  kind: SearchKind;
  resource: Resource;
  table: string;
  affiliate: string | null;
  words: readonly (readonly [SearchWord['label'], string])[];
}

export const numbered: readonly Numbered[] = [
  { kind: 'payout', resource: 'payouts', table: 'payout_batches', affiliate: null, words: [['period', 'x.day'], ['state', 'x.state']] },
  { kind: 'payout_line', resource: 'payout-lines', table: 'payout_lines', affiliate: 'affiliate_id', words: [[null, 'x.currency'], ['state', 'x.state']] },
  { kind: 'status_change', resource: 'status-changes', table: 'status_changes', affiliate: 'affiliate_id', words: [['changeKind', 'x.kind'], ['state', 'x.state']] },
  { kind: 'tier_review', resource: 'tier-reviews', table: 'tier_reviews', affiliate: 'affiliate_id', words: [['period', 'x.month'], ['state', 'x.state']] },
  { kind: 'reversal', resource: 'reversals', table: 'reversals', affiliate: 'affiliate_id', words: [['state', 'x.state']] },
  { kind: 'correction', resource: 'corrections', table: 'corrections', affiliate: 'affiliate_id', words: [['state', 'x.state']] },
  { kind: 'boost', resource: 'boosts', table: 'boosts', affiliate: 'affiliate_id', words: [['programme', 'x.programme'], ['state', 'x.state']] },
  { kind: 'application', resource: 'applications', table: 'applications', affiliate: 'account_id', words: [['state', 'x.state']] },
  { kind: 'content_review', resource: 'content-reviews', table: 'content_reviews', affiliate: 'affiliate_id', words: [['state', 'x.state']] },
  { kind: 'campaign_version', resource: 'campaign-versions', table: 'campaign_versions', affiliate: null, words: [[null, 'x.name'], ['state', stateOfVersion('x')]] },
  { kind: 'run', resource: 'runs', table: 'runs', affiliate: null, words: [['runKind', 'x.kind'], ['period', 'x.period']] },
  { kind: 'import', resource: 'imports', table: 'imports', affiliate: null, words: [['feed', 'x.feed'], ['state', 'x.state']] },
];

/** The thing of one kind with this number; its words are in the order of the kind's, the affiliate's uid before them. */
export async function findNumbered(
  connection: Connection, { table, affiliate, words }: Numbered, by: { id: number } | { day: string },
): Promise<{ id: number; words: SearchWord[] }[]> {
  const [name] = Object.keys(by) as ['id' | 'day'];
  const columns = words.map(([, sql], index) => `${sql} AS w${index}`).join(', ');
  const found = await rows<{ id: number; uid: string | null } & Record<string, string | null>>(
    connection,
    `SELECT x.id, ${affiliate === null ? 'NULL' : `(SELECT a.uid FROM accounts a WHERE a.id = x.${affiliate})`} AS uid, ${columns}
     FROM ${table} x WHERE x.${name} = :${name}`,
    by,
  );
  return found.map((one) => ({
    id: one.id,
    words: [[null, one.uid] as const, ...words.map(([label], index) => [label, one[`w${index}`] ?? null] as const)].flatMap(([label, value]) =>
      value === null ? [] : [{ label, value }]),
  }));
}
