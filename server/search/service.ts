import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { formatAmount } from '../money.ts';
import { may, personalDataFor, type Role } from '../policy/contract.ts';
import { searchKinds, type SearchAnswer, type SearchKind, type SearchResult, type SearchWord } from './contract.ts';
import {
  accountsByCode, accountsByEmail, accountsByKey, campaignsByName, findNumbered, numbered, recordsById, tradesByKey, type FoundAccount, type FoundCampaign,
  type FoundRecord, type FoundTrade, type Numbered,
} from './store.ts';
import { meaningsOf } from './words.ts';

const MAX_ACCOUNTS_OF_ADDRESS = 20;

const MAX_CAMPAIGNS = 5;
/** Fewer letters begin too many names. */
const MIN_NAME = 3;

/** What a word names, by exact match over an index each, within what the role may read: a trade first. */
export async function search(context: Context, actor: Actor, role: Role, word: string): Promise<SearchAnswer> {
  const { read } = context.database;
  const { key, code, campaign: ofLink, recordId, number, day, email } = meaningsOf(word);
  const accounts = may(role, 'affiliates', 'read');
  const records = may(role, 'commissions', 'read');
  const called = ofLink ?? (key !== null && key.length >= MIN_NAME ? key : null);
  const kinds = numbered.filter(({ kind }) => number !== null || (day !== null && kind === 'payout'));
  const open = kinds.filter(({ resource }) => may(role, resource, 'read'));
  const found = await Promise.all([
    key !== null && records ? tradesByKey(read, key).then((list) => list.map(trade)) : [],
    key !== null && accounts ? accountsByKey(read, key).then((list) => list.map(account)) : [],
    (code ?? key) !== null && accounts ? accountsByCode(read, (code ?? key) as string).then((list) => list.map(account)) : [],
    recordId !== null && records ? recordsById(read, recordId).then((list) => list.map(record)) : [],
    called !== null && may(role, 'campaigns', 'read') ? campaignsByName(read, called, MAX_CAMPAIGNS).then((list) => list.map(campaign)) : [],
    email !== null && accounts ? byEmail(context, actor, role, email).then((list) => list.map(account)) : [],
    ...open.map(async (one) => (await findNumbered(read, one, number === null ? { day: day as string } : { id: number })).map((row) => thing(one, row))),
  ]);
  const byHref = new Map(found.flat().map((result) => [result.href, result]));
  return {
    results: [...byHref.values()].toSorted((one, other) => searchKinds.indexOf(one.kind) - searchKinds.indexOf(other.kind)),
    closed: [
      ...(email !== null && personalDataFor[role] === 'hidden' ? (['email'] as const) : []),
      ...kinds.filter((one) => !open.includes(one)).map(({ kind }) => kind),
    ],
  };
}

/**
 * Who sees addresses finds by them; who sees them masked must know the whole one, and that they asked is kept, whatever comes
 * of it (DESIGN 6). The address itself enters no history. Who does not see them at all finds nothing.
 */
async function byEmail({ database, clock }: Context, actor: Actor, role: Role, email: string): Promise<FoundAccount[]> {
  const sees = personalDataFor[role];
  if (sees === 'hidden') return [];
  const found = await accountsByEmail(database.read, email, MAX_ACCOUNTS_OF_ADDRESS);
  if (sees === 'clear') return found;
  await database.transaction((transaction) => writeAudit(transaction, {
    at: clock.now(),
    actor,
    action: 'account.searched_by_email',
    subject_type: 'affiliates',
    subject_id: found[0]?.uid ?? '-',
    changes: { found: { old: null, new: found.map(({ uid }) => uid) } },
  }));
  return found;
}

function result(kind: SearchKind, id: string, label: string, href: string, words: [SearchWord['label'], string | null][]): SearchResult {
  const told = words.flatMap(([list, value]) => (value === null ? [] : [{ label: list, value }]));
  return { kind, id, label, detail: told.map(({ value }) => value).join(' · '), words: told, href };
}

function trade({ trade_id, uid, product, executed_at }: FoundTrade): SearchResult {
  const words: [SearchWord['label'], string][] = [[null, uid], ['product', product], ['instant', formatInstant(executed_at)]];
  return result('trade', trade_id, trade_id, `/explain/trade/${encodeURIComponent(trade_id)}`, words);
}

function account({ uid, programme, country }: FoundAccount): SearchResult {
  return result('account', uid, uid, `/affiliates/${encodeURIComponent(uid)}/show`, [['programme', programme], [null, country]]);
}

function record({ id, uid, kind, amount, currency }: FoundRecord): SearchResult {
  const sum = `${formatAmount(BigInt(amount))} ${currency}`;
  return result('commission', String(id), `#${id}`, `/commissions/${id}/show`, [['recordKind', kind], [null, uid], ['sum', sum]]);
}

function campaign({ id, code, name, state }: FoundCampaign): SearchResult {
  return result('campaign', String(id), name, `/campaigns/${id}/show`, [[null, code], ['state', state]]);
}

function thing({ kind, resource }: Numbered, { id, words }: { id: number; words: SearchWord[] }): SearchResult {
  return result(kind, String(id), String(id), `/${resource}/${id}/show`, words.map(({ label, value }) => [label, value]));
}
