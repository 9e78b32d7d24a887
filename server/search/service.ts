import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { formatAmount } from '../money.ts';
import { may, personalDataFor, type Role } from '../policy/contract.ts';
import type { SearchResult } from './contract.ts';
import {
  accountsByCode, accountsByEmail, accountsByKey, recordsById, tradesByKey, type FoundAccount, type FoundRecord, type FoundTrade,
} from './store.ts';
import { meaningsOf } from './words.ts';

const MAX_ACCOUNTS_OF_ADDRESS = 20;

/** What a word names, by exact match over an index each, within what the role may read: a trade first. */
export async function search(context: Context, actor: Actor, role: Role, word: string): Promise<SearchResult[]> {
  const { read } = context.database;
  const { key, code, recordId, email } = meaningsOf(word);
  const accounts = may(role, 'affiliates', 'read');
  const records = may(role, 'commissions', 'read');
  const found = await Promise.all([
    key !== null && records ? tradesByKey(read, key).then((list) => list.map(trade)) : [],
    key !== null && accounts ? accountsByKey(read, key).then((list) => list.map(account)) : [],
    (code ?? key) !== null && accounts ? accountsByCode(read, (code ?? key) as string).then((list) => list.map(account)) : [],
    recordId !== null && records ? recordsById(read, recordId).then((list) => list.map(record)) : [],
    email !== null && accounts ? byEmail(context, actor, role, email).then((list) => list.map(account)) : [],
  ]);
  const byHref = new Map(found.flat().map((result) => [result.href, result]));
  return [...byHref.values()];
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

function trade({ trade_id, uid, product, executed_at }: FoundTrade): SearchResult {
  return {
    kind: 'trade', id: trade_id, label: trade_id, detail: [uid, product, formatInstant(executed_at)].join(' · '),
    href: `/explain/trade/${encodeURIComponent(trade_id)}`,
  };
}

function account({ uid, programme, country }: FoundAccount): SearchResult {
  const detail = [programme, country].filter((part) => part !== null).join(' · ');
  return { kind: 'account', id: uid, label: uid, detail, href: `/affiliates/${encodeURIComponent(uid)}/show` };
}

function record({ id, uid, kind, amount, currency }: FoundRecord): SearchResult {
  return {
    kind: 'commission', id: String(id), label: `#${id}`, detail: [kind, uid, `${formatAmount(BigInt(amount))} ${currency}`].join(' · '),
    href: `/commissions/${id}/show`,
  };
}
