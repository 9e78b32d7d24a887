import type { Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { loadStates, saveStates } from '../../accounts/states.ts';
import { admissionRefusals, admit } from '../../affiliates/admit.ts';
import { loadEnrolments, saveEnrolments } from '../../affiliates/enrolment-book.ts';
import { nextRevision } from '../../engine/head.ts';
import { programmes, type Programme } from '../../rulebooks/contract.ts';
import { approvedRulebooks } from '../../rulebooks/in-force.ts';
import { addFault, readChoice, readId, readInstant, type RawRow } from '../values.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleStored, settleUids } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

interface Activation {
  activation_id: string;
  uid: string;
  programme: Programme;
  activated_at: number;
}

const compared = { uid: 'uid', programme: 'programme', activated_at: 'activated_at' } as const;

function read(raw: RawRow): Activation {
  return {
    activation_id: readId(raw, 'activation_id'),
    uid: readId(raw, 'uid'),
    programme: readChoice(raw, 'programme', programmes),
    activated_at: readInstant(raw, 'activated_at'),
  };
}

async function land(transaction: Transaction, chunk: Landing<Activation>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  const stored = await byKeys<Activation>(
    transaction,
    chunk.map((row) => row.parsed.activation_id),
    `SELECT e.activation_id, a.uid, e.programme, e.activated_at
     FROM {{keys}} k JOIN enrolments e ON e.activation_id = k.key JOIN accounts a ON a.id = e.account_id`,
  );
  settleStored(chunk, 'activation_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'activated_at');
  const ids = [...accounts.values()].map((account) => account.id);
  const books = {
    states: await loadStates(transaction, ids),
    enrolments: await loadEnrolments(transaction, ids),
    rulebooks: await approvedRulebooks(transaction),
  };
  const kept = new Map<string, Activation>();
  for (const row of chunk) {
    if (row.outcome !== 'accepted') continue;
    const earlier = kept.get(row.parsed.activation_id);
    if (earlier) {
      compareWithStored(row, earlier, compared);
      continue;
    }
    const { activation_id, programme, activated_at, uid } = row.parsed;
    const account_id = (accounts.get(uid) as KnownAccount).id;
    for (const code of admissionRefusals(books, { account_id, programme, activated_at })) {
      addFault(row.raw, code === 'already_enrolled' || code === 'programme_not_running' ? 'programme' : 'uid', code);
    }
    if (rejectIfFaulty(row)) continue;
    kept.set(activation_id, row.parsed);
    await admit(transaction, books, { activation_id, account_id, programme, activated_at, import_id: context.import_id });
  }
  await saveEnrolments(transaction, books.enrolments, revision);
  await saveStates(transaction, books.states, revision);
}

export const activations: FeedDefinition<Activation> = { feed: 'activations', chunkRows: 500, read, land };
