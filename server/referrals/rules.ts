import type { BindingRefusalCode } from '../feeds/contract.ts';
import { listsCountry } from '../rulebooks/rules.ts';
import type { RulebookDocument } from '../rulebooks/contract.ts';

/** What is known, when a registration arrives, of the account and of the owner of the code it came with. */
export interface BindingFacts {
  registered_at: number;
  country: string;
  ownCode: boolean;
  /** null: no account has the code. */
  inviter: { enrolledIn: RulebookDocument | null; restriction: string | null } | null;
}

/** BIN-1, BIN-7, STA-7: why a registration does not bind; all that apply, in the order of the contract. */
export function bindingRefusals(facts: BindingFacts): BindingRefusalCode[] {
  if (facts.ownCode) return ['self_referral'];
  if (!facts.inviter) return ['unknown_inviter_code'];
  const refusals: BindingRefusalCode[] = [];
  const { enrolledIn, restriction } = facts.inviter;
  if (enrolledIn && listsCountry(enrolledIn.mica_countries, facts.country, facts.registered_at)) refusals.push('mica_region');
  if (restriction !== null && restriction !== 'none') refusals.push('inviter_restricted');
  return refusals;
}
