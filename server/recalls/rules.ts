import { DAY_MS, dayOf, dayStart, daysBetween } from '../calendar.ts';
import type { DatedCountry, RulebookDocument } from '../rulebooks/contract.ts';
import { listsCountry, rulebookAt, type Rulebook } from '../rulebooks/rules.ts';
import type { FactValues } from '../explanations/contract.ts';
import type { RecallChannel, RecallFact, RecallFactKey, RecallRefusal } from './contract.ts';

/** What an existing account last did: a trade, an `activity` event, or a transfer that is not internal (BIN-4). */
export interface ProductUse {
  kind: 'trade' | 'activity' | 'transfer';
  at: number;
}

/** What a recall is judged by, as believed when it is judged. */
export interface RecallCase {
  /** The instant of the confirmation, where there is none of the attempt. */
  at: number;
  via: RecallChannel;
  confirmed: boolean;
  registered_at: number;
  country: string | null;
  bound: boolean;
  /** The last use before the instant; null: none is known. */
  last_use: ProductUse | null;
  /** null: nobody has the code, or it is the account's own. */
  inviter: { uid: string; in_programme: boolean; restriction: string; country: string | null } | null;
}

export interface RecallJudgement {
  refusals: RecallRefusal[];
  facts: RecallFact[];
  days_required: number | null;
}

/** BIN-4, BIN-5: every condition in the order of the refusals, and those that fail. `rulebooks`: the approved versions. */
export function judgeRecall(recall: RecallCase, rulebooks: Rulebook[]): RecallJudgement {
  const rulebook = rulebookAt(rulebooks, 'pro', recall.at)?.document ?? null;
  const days_required = rulebook && daysRequired(rulebook, recall.at);
  const { inviter, via } = recall;
  const through = told('came_through', { via }, `it came through ${viaNames[via]}`);
  const facts: RecallFact[] = [
    { rule: 'BIN-5', code: 'inviter_not_in_programme', ...inProgramme(recall) },
    { rule: 'BIN-5', code: 'inviter_restricted', ...unrestricted(inviter) },
    { rule: 'BIN-5', code: 'legacy_link', passed: via !== 'legacy_link', ...through },
    { rule: 'BIN-5', code: 'code_not_supported', passed: via !== 'code', ...through },
    {
      rule: 'BIN-4', code: 'already_bound', passed: !recall.bound,
      ...(recall.bound ? told('bound', {}, 'the account has an inviter') : told('not_bound', {}, 'the account has no inviter')),
    },
    { rule: 'BIN-4', code: 'account_too_young', ...oldEnough(recall, days_required) },
    { rule: 'BIN-4', code: 'recently_active', ...inactive(recall, days_required) },
    { rule: 'BIN-5', code: 'recall_region_closed', ...regionOpen(recall, rulebook?.recall_closed ?? []) },
    {
      rule: 'BIN-6', code: 'not_confirmed', passed: recall.confirmed,
      ...(recall.confirmed ? told('confirmed', {}, 'confirmed') : told('not_confirmed', {}, 'not confirmed')),
    },
  ];
  return { refusals: facts.filter((one) => one.passed === false).map((one) => one.code), facts, days_required };
}

const viaNames: Record<RecallChannel, string> = { current_link: 'the current link', legacy_link: 'the legacy link', code: 'a bare code' };

/** N of BIN-4 at the instant: of the dated numbers the last that has begun; null before the first. */
function daysRequired(rulebook: RulebookDocument, at: number): number | null {
  let found: { from: number; days: number } | null = null;
  for (const { from, days } of rulebook.recall_days) {
    const begins = Date.parse(from);
    if (begins <= at && (found === null || begins >= found.from)) found = { from: begins, days };
  }
  return found && found.days;
}

type Fact = Pick<RecallFact, 'fact' | 'fact_key' | 'fact_values'>;
type Outcome = Fact & Pick<RecallFact, 'passed'>;

const told = (fact_key: RecallFactKey, fact_values: FactValues, fact: string): Fact => ({ fact, fact_key, fact_values });

function inProgramme({ inviter }: RecallCase): Outcome {
  if (!inviter) return { passed: false, ...told('no_such_code', {}, 'nobody else has that code') };
  const { uid, in_programme: passed } = inviter;
  return { passed, ...told(passed ? 'takes_part' : 'takes_no_part', { uid }, `${uid} ${passed ? 'takes' : 'does not take'} part in pro`) };
}

function unrestricted(inviter: RecallCase['inviter']): Outcome {
  if (!inviter) return { passed: null, ...told('no_inviter', {}, 'there is no inviter to ask about') };
  const { restriction } = inviter;
  return { passed: restriction === 'none', ...told('restriction', { restriction }, `the inviter's restriction is ${restriction}`) };
}

function oldEnough({ registered_at, at }: RecallCase, required: number | null): Outcome {
  const days = daysBetween(registered_at, at);
  const registered_day = dayOf(registered_at);
  if (required === null) {
    return { passed: null, ...told('age_without_rule', { registered_day }, `registered on ${registered_day}; no rulebook says how long that must be ago`) };
  }
  return {
    passed: days > required,
    ...told('age', { days, required, registered_day }, `age ${days} of more than ${required} days, registered on ${registered_day}`),
  };
}

function inactive({ last_use, at }: RecallCase, required: number | null): Outcome {
  if (last_use === null) return { passed: true, ...told('never_used', {}, 'no trade and no other product use is known') };
  const values = { use: last_use.kind, used_day: dayOf(last_use.at) };
  const used = `last ${last_use.kind} on ${values.used_day}`;
  if (required === null) return { passed: null, ...told('last_use_without_rule', values, `${used}; no rulebook says how long that must be ago`) };
  const days = daysBetween(last_use.at, at);
  return { passed: days > required, ...told('last_use', { ...values, days, required }, `${used}, ${days} of more than ${required} days ago`) };
}

function regionOpen({ country, inviter, at }: RecallCase, closed: DatedCountry[]): Outcome {
  const named = [...new Set([inviter?.country, country])].filter((one) => typeof one === 'string');
  const shut = named.filter((one) => listsCountry(closed, one, at));
  return shut.length === 0
    ? { passed: true, ...told('region_open', { countries: named.join(', ') }, `open for ${named.join(' and ')}`) }
    : { passed: false, ...told('region_closed', { countries: shut.join(', ') }, `closed for ${shut.join(' and ')}`) };
}

/**
 * The first instant, not before that of the case, at which nothing would stand in the way if nothing but time changed; null for never.
 * Between the instants at which something changes by itself the answer stays the same: only those are asked.
 */
export function possibleFrom(recall: RecallCase, rulebooks: Rulebook[]): number | null {
  const pro = rulebooks.filter((one) => one.programme === 'pro');
  const numbers = new Set(pro.flatMap((one) => one.document.recall_days.map(({ days }) => days)));
  const begun = [recall.registered_at, ...(recall.last_use ? [recall.last_use.at] : [])];
  const changes = [
    ...begun.flatMap((from) => [...numbers].map((days) => dayStart(dayOf(from)) + (days + 1) * DAY_MS)),
    ...pro.flatMap(({ effective_from, document }) => [
      effective_from,
      ...document.recall_days.map(({ from }) => Date.parse(from)),
      ...document.recall_closed.flatMap(({ from, to }) => [Date.parse(from), ...(to === null ? [] : [Date.parse(to)])]),
    ]),
  ].filter((change) => change > recall.at);
  const instants = [recall.at, ...new Set(changes)].toSorted((one, other) => one - other);
  return instants.find((at) => judgeRecall({ ...recall, at }, rulebooks).refusals.length === 0) ?? null;
}
