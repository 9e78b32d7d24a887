import type { Form, Phrases } from '../wording.ts';
import type { RecallCases } from './cases.ts';

const span = (days: number | null, form: Form): string => (days === null ? 'the number of days that the rules ask for' : `${form.count(days)} days`);

export const english: Phrases<RecallCases> = {
  possible: ({ at, days }, form) =>
    `As of ${form.day(at)} this account can be linked to you: it has to open your current referral link and confirm with ` +
    `“Bind now”, and has to have been unused for more than ${span(days, form)} by then.`,
  impossible: ({ at }, form) => `As of ${form.day(at)} this account cannot be linked to you.`,
  inviter_not_in_programme: () => 'Existing accounts can only be linked to participants of the programme “pro”.',
  inviter_restricted: () => 'No new users can be linked to you at present.',
  legacy_link: () => 'The old form of the referral link cannot link an existing account; only the current one can.',
  code_not_supported: () => 'A referral code alone cannot link an existing account; only the current referral link can.',
  already_bound: () => 'It is already linked to an inviter, which cannot be changed.',
  account_too_young: ({ days }, form) => `An account has to be older than ${span(days, form)}.`,
  recently_active: ({ days }, form) => `An account has to have been unused for more than ${span(days, form)}.`,
  recall_region_closed: () => 'Under the regional rules in force, existing accounts cannot be linked here.',
  not_confirmed: () => 'Its holder has not confirmed with “Bind now”.',
  later: () => 'It may become possible later, if nothing else changes and the account is not used until then.',
  never: () => 'Waiting alone does not change this.',
};
