import type { Transaction } from '../../../db/statement.ts';
import { applyState, loadStates, saveStates, spansOf, stateAt, type StateBook } from '../../accounts/states.ts';
import { activationRefusals, endByAccountType } from '../../affiliates/rules.ts';
import { endEnrolment, enrolmentInTheWay, loadEnrolments, openEnrolment, saveEnrolments, type EnrolmentBook } from '../../affiliates/enrolment-book.ts';
import { nextRevision } from '../../engine/head.ts';
import { programmes, type Programme } from '../../rulebooks/contract.ts';
import { approvedRulebooks } from '../../rulebooks/in-force.ts';
import { rulebookAt, type Rulebook } from '../../rulebooks/rules.ts';
import { addFault, readChoice, readId, readInstant, type RawRow } from '../values.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleKeyed, settleUids } from '../keyed.ts';
import { byKeys, type KnownAccount } from '../lookup.ts';

interface Activation {
  activation_id: string;
  uid: string;
  programme: Programme;
  activated_at: number;
}

const compared = { uid: 'uid', programme: 'programme', activated_at: 'activated_at' } as const;

/** ENR-5: where every enrolment starts. */
const ENTRY_TIER = '0';

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
  if (stored.length > 0) settleKeyed(chunk, 'activation_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'activated_at');
  const ids = [...accounts.values()].map((account) => account.id);
  const states = await loadStates(transaction, ids);
  const enrolments = await loadEnrolments(transaction, ids);
  const rulebooks = await approvedRulebooks(transaction);
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
    for (const code of activationRefusals({
      rulebook: rulebookAt(rulebooks, programme, activated_at)?.document ?? null,
      anyEnrolmentInTheWay: enrolmentInTheWay(enrolments, account_id, activated_at),
      account_type: stateAt(states, account_id, 'account_type', activated_at),
      kyc_level: stateAt(states, account_id, 'kyc_level', activated_at),
    })) {
      addFault(row.raw, code === 'already_enrolled' || code === 'programme_not_running' ? 'programme' : 'uid', code);
    }
    if (rejectIfFaulty(row)) continue;
    kept.set(activation_id, row.parsed);
    await openEnrolment(transaction, enrolments, { activation_id, account_id, programme, activated_at, import_id: context.import_id });
    endByKnownType(states, enrolments, rulebooks, { account_id, programme, activated_at });
    applyState(states, { account_id, field: 'tier', value: ENTRY_TIER, at: activated_at, cause: `activation:${activation_id}` });
  }
  await saveEnrolments(transaction, enrolments, revision);
  await saveStates(transaction, states, revision);
}

/** STA-2 for a change that was known before the activation it follows: the enrolment ends where the type was to change. */
function endByKnownType(
  states: StateBook,
  enrolments: EnrolmentBook,
  rulebooks: Rulebook[],
  { account_id, programme, activated_at }: { account_id: number; programme: Programme; activated_at: number },
): void {
  for (const span of spansOf(states, account_id, 'account_type')) {
    const rulebook = span.from_at > activated_at ? rulebookAt(rulebooks, programme, span.from_at) : null;
    const reason = rulebook && endByAccountType(rulebook.document, span.value);
    if (!reason) continue;
    endEnrolment(enrolments, account_id, span.from_at, reason, span.cause);
    return;
  }
}

export const activations: FeedDefinition<Activation> = { feed: 'activations', chunkRows: 500, read, land };
