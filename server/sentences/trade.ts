import type { ZeroReason } from '../commissions/contract.ts';
import { noRecordReasons, type NoRecordReason } from '../explanations/contract.ts';
import type { DecidedTrade, TradeFacts } from '../explanations/decided.ts';
import type { Sentence } from './contract.ts';
import { speaker } from './form.ts';
import type { TradeCases } from './trade/cases.ts';
import { german } from './trade/de.ts';
import { english } from './trade/en.ts';
import { persian } from './trade/fa.ts';
import { french } from './trade/fr.ts';
import { tellDecided, tellUnrecorded } from './trade/tell.ts';
import type { Told } from './wording.ts';

type Reason = ZeroReason | NoRecordReason | null;

/** What a reason is told from: a trade without a record has no decision. */
export type FactsOf<R extends Reason> = R extends NoRecordReason ? TradeFacts : DecidedTrade;

const say = speaker<TradeCases>({ en: english, fr: french, de: german, fa: persian });

/**
 * Why a trade earned what it did, or nothing, in words for the inviter who asks: with the case's dates and figures,
 * without the VIP level or country of anyone and without what a restriction is about.
 */
export function sentenceOf<R extends Reason>(reason: R, facts: FactsOf<R>): Sentence {
  return say(tell(reason, facts));
}

function tell(reason: Reason, facts: DecidedTrade | TradeFacts): Told<TradeCases> {
  if (isNoRecordReason(reason)) {
    if (!('checks' in facts)) return tellUnrecorded(reason, facts);
  } else if ('checks' in facts) {
    return tellDecided(reason, facts);
  }
  throw new Error(`${reason ?? 'earned'} is not told from these facts of trade ${facts.trade_id}`);
}

function isNoRecordReason(reason: Reason): reason is NoRecordReason {
  return (noRecordReasons as readonly Reason[]).includes(reason);
}
