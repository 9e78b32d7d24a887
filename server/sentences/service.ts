import type { Connection } from '../../db/statement.ts';
import { accountsByUid } from '../accounts/by-uid.ts';
import type { AffiliateDetail, Restriction } from '../affiliates/contract.ts';
import { affiliateDetail } from '../affiliates/detail.ts';
import { FOREVER } from '../calendar.ts';
import { known } from '../known.ts';
import { joinSum } from '../money.ts';
import { lastBatchDay } from '../payouts/store.ts';
import type { Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import { causeOf } from '../status-changes/restrictions.ts';
import type { AffiliateSentences, ChangeSentence, MoneySentence, Sentence } from './contract.ts';
import { balanceSentence, lineSentence, recordSentence, type LineMoney } from './money.ts';
import { changeSentence, endSentence, restrictionSentence, type EndedEnrolment } from './standing.ts';
import {
  boostUntil, enrolmentsOf, findChange, findLine, findRecord, lastEvaluation, linesUnderWay, openSums, restrictionSince, type StoredEnrolment, type StoredLine,
} from './store.ts';
import { ratesSentence, tierSentence } from './tier.ts';

/** When the money of a record comes, or came (PAY-1 to PAY-5). Throws `not_found`. */
export async function sentenceOfRecord(connection: Connection, id: number, now: number): Promise<MoneySentence> {
  const record = await findRecord(connection, id, now);
  if (!record) throw new Refusal('not_found');
  const { amount, open_units, open_fraction, line_day, line_status, deadline_at, failed_day, failed_at, distributed_at, held, ...rest } = record;
  const sentence = recordSentence({
    ...rest,
    amount: BigInt(amount),
    held: held === 1,
    open_sum: joinSum(open_units, open_fraction),
    line: line_day !== null && line_status !== null && deadline_at !== null ? { day: line_day, status: line_status, deadline_at } : null,
    paid_at: distributed_at,
    failed: failed_day !== null && failed_at !== null ? { day: failed_day, failed_at } : null,
  }, { now, last_day: await lastBatchDay(connection) });
  return { sentence };
}

/** What became of a payout line. Throws `not_found`. */
export async function sentenceOfLine(connection: Connection, id: number, now: number): Promise<MoneySentence> {
  const line = await findLine(connection, id, now);
  if (!line) throw new Refusal('not_found');
  return { sentence: lineSentence(lineMoney(line), now) };
}

function lineMoney({ units, fraction, held, ...rest }: StoredLine): LineMoney {
  return { ...rest, amount: joinSum(units, fraction), held: held === 1 };
}

/** Why a status changed, as far as the affiliate may know. Throws `not_found`. */
export async function sentenceOfChange(connection: Connection, id: number, now: number): Promise<ChangeSentence> {
  const change = await findChange(connection, id, causeOf(id), now);
  if (!change) throw new Refusal('not_found');
  const { laid_until, effective_at } = change;
  const ended = (await enrolmentsOf(connection, change.affiliate_id)).find((one) => one.to_at === effective_at);
  const over_at = laid_until !== null && laid_until <= now ? laid_until : null;
  return { sentence: changeSentence({ ...change, laid_on: laid_until !== null, over_at, ended: ended ? endOf(ended) : null }) };
}

function endOf({ to_at, programme, end_reason, account_type }: StoredEnrolment): EndedEnrolment | null {
  return end_reason === null ? null : { at: to_at, programme, reason: end_reason, type: account_type };
}

/** What an affiliate can be told of its tier, its standing and its money now. Throws `not_found`. */
export async function sentencesOfAffiliate(connection: Connection, uid: string, role: Role, now: number): Promise<AffiliateSentences> {
  const account = (await accountsByUid(connection, [uid])).get(uid);
  if (!account) throw new Refusal('not_found');
  const detail = await affiliateDetail(connection, uid, role, now, now);
  const [enrolment] = await enrolmentsOf(connection, account.id);
  return {
    tier: enrolment && enrolment.to_at > now && enrolment.from_at <= now ? await tierOf(connection, account.id, enrolment, detail, now) : null,
    standing: await standingOf(connection, account.id, enrolment, now),
    money: await moneyOf(connection, account.id, now),
  };
}

async function tierOf(
  connection: Connection, affiliateId: number, enrolment: StoredEnrolment, { tier, ratios }: AffiliateDetail, now: number,
): Promise<Sentence | null> {
  const { programme, enrolment_id, from_at } = enrolment;
  if (programme === 'pro') return ratios && ratesSentence(ratios);
  const rulebooks = await approvedRulebooks(connection);
  const tiers = rulebookAt(rulebooks, programme, now)?.document.tiers;
  if (tier === null || !tiers) return null;
  const found = await lastEvaluation(connection, affiliateId, enrolment_id);
  return tierSentence({
    programme, activated_at: from_at, tier, tiers,
    evaluation: found ? {
      ...found,
      tiers: known(rulebooks.find(({ id }) => id === found.rulebook_id), 'rulebook').document.tiers,
      volume_e8: joinSum(found.units, found.fraction),
      boosted: found.boosted === 1,
      review: found.review_state && { state: found.review_state, decided_at: found.decided_at },
    } : null,
    boost_until: await boostUntil(connection, affiliateId, programme, now),
  });
}

async function standingOf(connection: Connection, affiliateId: number, enrolment: StoredEnrolment | undefined, now: number): Promise<Sentence | null> {
  const restriction = await restrictionSince(connection, affiliateId, now);
  if (restriction && restriction.value !== 'none') {
    return restrictionSentence(restriction.value as Exclude<Restriction, 'none'>, restriction.from_at);
  }
  const end = enrolment && enrolment.to_at <= now && enrolment.to_at < FOREVER ? endOf(enrolment) : null;
  return end && endSentence(end);
}

async function moneyOf(connection: Connection, affiliateId: number, now: number): Promise<AffiliateSentences['money']> {
  const clock = { now, last_day: await lastBatchDay(connection) };
  const lines = await linesUnderWay(connection, affiliateId, now);
  const sums = await openSums(connection, affiliateId, now);
  const currencies = [...new Set([...lines, ...sums].map((one) => one.currency))].toSorted((one, other) => (one < other ? -1 : 1));
  return currencies.flatMap((currency) => {
    const sum = sums.find((one) => one.currency === currency);
    const own = lines.filter((line) => line.currency === currency).map(lineMoney);
    const open = sum ? joinSum(sum.units, sum.fraction) : 0n;
    const sentence = balanceSentence({ currency, open, held: sum?.held === 1, lines: own }, clock);
    return sentence ? [{ currency, sentence }] : [];
  });
}
