import type { ZeroReason } from '../commissions/contract.ts';
import type { DecidedTrade, TradeFacts } from './decided.ts';
import { noRecordReasons, type Language, type NoRecordReason } from './contract.ts';
import { tellDecided, tellUnrecorded } from './sentences/cases.ts';
import { german } from './sentences/de.ts';
import { english } from './sentences/en.ts';
import { persian } from './sentences/fa.ts';
import { formOf } from './sentences/form.ts';
import { french } from './sentences/fr.ts';
import type { Cases, Form, Told, Wording } from './sentences/wording.ts';

type Reason = ZeroReason | NoRecordReason | null;

/** What a reason is told from: a trade without a record has no decision. */
export type FactsOf<R extends Reason> = R extends NoRecordReason ? TradeFacts : DecidedTrade;

const voices = { en: voiceOf(english), fr: voiceOf(french), de: voiceOf(german), fa: voiceOf(persian) };

/**
 * Why a trade earned what it did, or nothing, in words for the inviter who asks: with the case's dates and figures,
 * without the VIP level or country of anyone and without what a restriction is about.
 */
export function sentenceOf<R extends Reason>(reason: R, facts: FactsOf<R>): Record<Language, string> {
  const told = tell(reason, facts);
  return { en: say(voices.en, told), fr: say(voices.fr, told), de: say(voices.de, told), fa: say(voices.fa, told) };
}

function tell(reason: Reason, facts: DecidedTrade | TradeFacts): Told {
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

interface Voice {
  wording: Wording;
  form: Form;
}

function voiceOf(wording: Wording): Voice {
  return { wording, form: formOf(wording) };
}

function say<K extends keyof Cases>({ wording, form }: Voice, told: Told<K>): string {
  return wording.phrases[told.tells](told.facts, form);
}
