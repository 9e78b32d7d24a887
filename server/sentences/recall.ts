import type { RecallRefusal } from '../recalls/contract.ts';
import type { Sentence } from './contract.ts';
import { speaker, together } from './form.ts';
import type { RecallCases } from './recall/cases.ts';
import { german } from './recall/de.ts';
import { english } from './recall/en.ts';
import { persian } from './recall/fa.ts';
import { french } from './recall/fr.ts';

const say = speaker<RecallCases>({ en: english, fr: french, de: german, fa: persian });

/** What waiting cures; it also tells something of how the account is used. */
const curable: readonly RecallRefusal[] = ['account_too_young', 'recently_active'];

/**
 * Whether an account can be linked, why not, and whether waiting helps (BIN-4, BIN-5), for the inviter who asks. Where it does not, how old the
 * account is and whether it is used is nothing to the inviter; nor ever is the first possible day, which tells when it was last used.
 */
export function recallSentence(
  { at, refusals, possible_from, days_required: days }: { at: number; refusals: RecallRefusal[]; possible_from: string | null; days_required: number | null },
): Sentence {
  if (refusals.length === 0) return say({ tells: 'possible', facts: { at, days } });
  const lasting = refusals.filter((refusal) => !curable.includes(refusal));
  const told = possible_from === null && lasting.length > 0 ? lasting : refusals;
  return together(
    say({ tells: 'impossible', facts: { at } }),
    ...told.map((refusal) => say({ tells: refusal, facts: { days } })),
    say(possible_from === null ? { tells: 'never', facts: {} } : { tells: 'later', facts: {} }),
  );
}
