import { kycRank, type RulebookDocument } from '../rulebooks/contract.ts';
import type { EndReason } from './contract.ts';

/** What is asked when someone activates a programme; `rulebook` null: none was in force at the instant. */
export interface ActivationFacts {
  rulebook: RulebookDocument | null;
  anyEnrolmentInTheWay: boolean;
  account_type: string | null;
  kyc_level: string | null;
}

export type ActivationRefusal = 'programme_not_running' | 'already_enrolled' | 'account_type_not_eligible' | 'kyc_not_advanced';

/** ENR-2, ENR-3, ENR-4, RUL-3: all refusals that apply, in the order of the rules. */
export function activationRefusals(facts: ActivationFacts): ActivationRefusal[] {
  const refusals: ActivationRefusal[] = [];
  const { rulebook } = facts;
  if (!rulebook || rulebook.status !== 'running') refusals.push('programme_not_running');
  if (facts.anyEnrolmentInTheWay) refusals.push('already_enrolled');
  if (!rulebook) return refusals;
  if (!rulebook.account_types.includes(facts.account_type as never)) refusals.push('account_type_not_eligible');
  if (kycRank(facts.kyc_level ?? 'none') < kycRank(rulebook.kyc_level)) refusals.push('kyc_not_advanced');
  return refusals;
}

/** STA-1, STA-2: with which reason a new account type ends an enrolment, or null where the programme admits it. */
export function endByAccountType(rulebook: RulebookDocument, accountType: string): EndReason | null {
  if (rulebook.account_types.includes(accountType as never)) return null;
  return rulebook.programme === 'referral' && accountType === 'collaborator' ? 'moved_to_collaborator' : 'account_type_changed';
}
