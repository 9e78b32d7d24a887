import type { EndReason, Restriction } from '../affiliates/contract.ts';
import type { AccountType, Programme } from '../rulebooks/contract.ts';
import { isRestrictionKind, restrictionOf, type ReasonCode, type StatusChangeKind, type StatusChangeState } from '../status-changes/contract.ts';
import type { Sentence } from './contract.ts';
import { speaker, together } from './form.ts';
import type { StandingCases } from './standing/cases.ts';
import { german } from './standing/de.ts';
import { english } from './standing/en.ts';
import { persian } from './standing/fa.ts';
import { french } from './standing/fr.ts';
import type { Told } from './wording.ts';

const say = speaker<StandingCases>({ en: english, fr: french, de: german, fa: persian });

/** An enrolment that ended; `type`: what the account was from then on. */
export interface EndedEnrolment {
  at: number;
  programme: Programme;
  reason: EndReason;
  type: AccountType | null;
}

/** Why an enrolment ended, as far as its affiliate may know. */
export function endSentence({ at, programme, reason, type }: EndedEnrolment): Sentence {
  if (reason === 'account_type_changed') return say({ tells: reason, facts: { at, programme, type } });
  return say({ tells: reason, facts: { at, programme } });
}

/** A status change; `ended`: the enrolment that it ended, `over_at`: when the restriction that it laid on ended. Instants in ms. */
export interface ToldChange {
  kind: StatusChangeKind;
  state: StatusChangeState;
  to: string;
  reason_code: ReasonCode;
  effective_at: number;
  requested_at: number;
  /** Whether it laid a restriction on the account or took one off, then or since (a pending freeze does, STA-8; what lies behind one does not). */
  laid_on: boolean;
  over_at: number | null;
  ended: EndedEnrolment | null;
}

/**
 * Why a status changed, as far as the affiliate may know; null of what had no effect and was known to the house alone. That a customer
 * asked for it may be told, no other reason.
 */
export function changeSentence(change: ToldChange): Sentence | null {
  const told = tell(change);
  if (told === null) return null;
  const asked = change.reason_code === 'user_request' && change.kind !== 'leave';
  return asked ? together(told, say({ tells: 'as_asked', facts: { at: change.requested_at } })) : told;
}

function tell(change: ToldChange): Sentence | null {
  const { kind, state, effective_at: at, ended, laid_on, over_at } = change;
  if (kind === 'leave' && state === 'approved') return say({ tells: 'leaving', facts: { at } });
  if (kind === 'lift') return state === 'applied' && laid_on ? say({ tells: 'lifted', facts: { at } }) : null;
  if (isRestrictionKind(kind)) return laid_on ? say(tellRestriction(restrictionOf[kind] as Laid, at, over_at)) : null;
  if (state !== 'applied') return null;
  if (ended) return endSentence(ended);
  return kind === 'account_type' ? say({ tells: 'type_only', facts: { at, type: change.to as AccountType } }) : null;
}

type Laid = Exclude<Restriction, 'none'>;

/** What a restriction does from an instant on. */
export function restrictionSentence(restriction: Laid, at: number): Sentence {
  return say(tellRestriction(restriction, at, null));
}

const effects = {
  restricted: ['no_new_bindings', 'no_new_bindings_over'],
  frozen: ['payout_on_hold', 'hold_over'],
  suspended: ['no_accrual', 'no_accrual_over'],
} as const satisfies Record<Laid, readonly [keyof StandingCases, keyof StandingCases]>;

function tellRestriction(restriction: Laid, at: number, until: number | null): Told<StandingCases> {
  const [holds, over] = effects[restriction];
  return until === null ? { tells: holds, facts: { at } } : { tells: over, facts: { at, until } };
}
