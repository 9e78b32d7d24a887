import type { Transaction } from '../../db/statement.ts';
import { restartState, spansOf, stateAt, type StateBook } from '../accounts/states.ts';
import type { Programme } from '../rulebooks/contract.ts';
import { rulebookAt, type Rulebook } from '../rulebooks/rules.ts';
import { endEnrolment, enrolmentInTheWay, openEnrolment, type EnrolmentBook } from './enrolment-book.ts';
import { activationRefusals, endByAccountType, type ActivationRefusal } from './rules.ts';

/** What is believed of the accounts that ask to take part. */
export interface AdmissionBooks {
  states: StateBook;
  enrolments: EnrolmentBook;
  rulebooks: Rulebook[];
}

export interface Admission {
  activation_id: string;
  account_id: number;
  programme: Programme;
  activated_at: number;
  /** 0: a decision of staff. */
  import_id: number;
}

type Asked = Pick<Admission, 'account_id' | 'programme' | 'activated_at'>;

/** ENR-5: where every enrolment starts. */
const ENTRY_TIER = '0';

/** ENR-2 to ENR-4, RUL-3: why the account cannot take part from that instant on. */
export function admissionRefusals({ states, enrolments, rulebooks }: AdmissionBooks, { account_id, programme, activated_at }: Asked): ActivationRefusal[] {
  return activationRefusals({
    rulebook: rulebookAt(rulebooks, programme, activated_at)?.document ?? null,
    anyEnrolmentInTheWay: enrolmentInTheWay(enrolments, account_id, activated_at),
    account_type: stateAt(states, account_id, 'account_type', activated_at),
    kyc_level: stateAt(states, account_id, 'kyc_level', activated_at),
  });
}

/** Opens the enrolment of one who is not refused; the books hold it, and are to be saved. */
export async function admit(transaction: Transaction, books: AdmissionBooks, admission: Admission): Promise<void> {
  const { account_id, activated_at, activation_id } = admission;
  await openEnrolment(transaction, books.enrolments, admission);
  endByKnownType(books, admission);
  // Tiers known from later on were of an enrolment before (ENR-4, ENR-5).
  restartState(books.states, { account_id, field: 'tier', value: ENTRY_TIER, at: activated_at, cause: `activation:${activation_id}` });
}

/** STA-2 for a change that was known before the activation it follows: the enrolment ends where the type was to change. */
function endByKnownType({ states, enrolments, rulebooks }: AdmissionBooks, { account_id, programme, activated_at }: Asked): void {
  for (const span of spansOf(states, account_id, 'account_type')) {
    const rulebook = span.from_at > activated_at ? rulebookAt(rulebooks, programme, span.from_at) : null;
    const reason = rulebook && endByAccountType(rulebook.document, span.value);
    if (!reason) continue;
    endEnrolment(enrolments, account_id, span.from_at, reason, span.cause);
    return;
  }
}
