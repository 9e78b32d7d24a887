import type { Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { nextRevision, readHead } from '../../engine/head.ts';
import { recallChannels } from '../../recalls/contract.ts';
import { judgeRecall, type RecallCase } from '../../recalls/rules.ts';
import { recallEvidence } from '../../recalls/service.ts';
import {
  attemptsOf, bindRecalled, insertRecalls, ownersOf, type KeptRecall, type Recall, type RecallBinding, type StoredRecall,
} from '../../recalls/store.ts';
import type { RecallRefusal } from '../../recalls/contract.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleStored, settleUids } from '../keyed.ts';
import { addFault, readChoice, readId, readInstant, readOptionalInstant, readText, type RawRow } from '../values.ts';

const compared = {
  uid: 'uid', inviter_code: 'inviter_code', via: 'via', attempted_at: 'attempted_at', confirmed_at: 'confirmed_at',
} as const;

function read(raw: RawRow): Recall {
  const row = {
    recall_id: readId(raw, 'recall_id'),
    uid: readId(raw, 'uid'),
    // What a user came with: no code of ours, then nobody's.
    inviter_code: readText(raw, 'inviter_code'),
    via: readChoice(raw, 'via', recallChannels),
    attempted_at: readInstant(raw, 'attempted_at'),
    confirmed_at: readOptionalInstant(raw, 'confirmed_at'),
  };
  if (row.inviter_code === '') addFault(raw, 'inviter_code', 'missing_value');
  // Nobody confirms what has not begun.
  if (row.confirmed_at !== null && row.confirmed_at < row.attempted_at) addFault(raw, 'confirmed_at', 'bad_instant');
  return row;
}

/** The column that a refusal is shown at. */
const columnOf: Record<RecallRefusal, string> = {
  inviter_not_in_programme: 'inviter_code', inviter_restricted: 'inviter_code', legacy_link: 'via', code_not_supported: 'via', already_bound: 'uid',
  account_too_young: 'uid', recently_active: 'uid', recall_region_closed: 'uid', not_confirmed: 'confirmed_at',
};

/** BIN-4 to BIN-6: judged one after the other by what is known as they arrive; a refused attempt is kept, and is no key. */
async function land(transaction: Transaction, chunk: Landing<Recall>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  const stored = await attemptsOf(transaction, chunk.map((row) => row.parsed.recall_id));
  const accepted = stored.filter((one) => one.codes === '');
  settleStored(chunk, 'recall_id', accepted, compared);
  const accounts = await settleUids(transaction, chunk, 'attempted_at');
  const owners = await ownersOf(transaction, chunk.map((row) => row.parsed.inviter_code));
  const waiting = chunk.filter((row) => row.outcome === 'accepted');
  const { cases, rulebooks } = await recallEvidence(transaction, waiting.map(({ parsed }) => ({
    account: accounts.get(parsed.uid) as KnownAccount,
    inviter: owners.get(parsed.inviter_code) ?? null,
    at: parsed.confirmed_at ?? parsed.attempted_at,
    via: parsed.via,
    confirmed: parsed.confirmed_at !== null,
  })));
  const kept: KeptRecall[] = [];
  const bindings: RecallBinding[] = [];
  const bound = new Set<number>();
  const taken = new Map<string, Recall>();
  const refused = new Set(stored.map(attemptText));
  for (const [place, row] of waiting.entries()) {
    const earlier = taken.get(row.parsed.recall_id);
    if (earlier) {
      compareWithStored(row, earlier, compared);
      continue;
    }
    const account_id = (accounts.get(row.parsed.uid) as KnownAccount).id;
    const recall = cases[place] as RecallCase;
    const { refusals } = judgeRecall({ ...recall, bound: recall.bound || bound.has(account_id) }, rulebooks);
    for (const code of refusals) addFault(row.raw, columnOf[code], code);
    const attempt = { ...row.parsed, account_id, inviter_id: owners.get(row.parsed.inviter_code)?.id ?? null, codes: refusals.join(';') };
    // The same file again tells the same refusals, and they stand there already.
    if (!refused.has(attemptText(attempt))) kept.push(attempt);
    refused.add(attemptText(attempt));
    if (rejectIfFaulty(row)) continue;
    taken.set(row.parsed.recall_id, row.parsed);
    bound.add(account_id);
    bindings.push({ account_id, inviter_id: attempt.inviter_id as number, bound_at: recall.at });
  }
  await insertRecalls(transaction, kept, context);
  const { covered_until } = await readHead(transaction);
  await bindRecalled(transaction, bindings, { import_id: context.import_id, revision, covered_until });
}

function attemptText({ recall_id, uid, inviter_code, via, attempted_at, confirmed_at, codes }: StoredRecall): string {
  return JSON.stringify([recall_id, uid, inviter_code, via, attempted_at, confirmed_at, codes]);
}

export const recalls: FeedDefinition<Recall> = { feed: 'recalls', chunkRows: 500, read, land };
