import { dayOf, daysBetween, formatInstant } from '../calendar.ts';
import { formatAmount } from '../money.ts';
import type { ExplainedCheck } from './contract.ts';
import type { DecidedTrade } from './decided.ts';

/** The nine checks with the fact that each was decided on, read off the statement's own columns (REF-1, REF-8). */
export function explainChecks(trade: DecidedTrade): ExplainedCheck[] {
  const facts = [
    activated(trade), enrolled(trade), notSuspended(trade), inWindow(trade), covered(trade), notApi(trade), belowVip(trade), regionOpen(trade),
    netFee(trade),
  ];
  return facts.map((fact, index) => {
    const outcome = trade.checks.charAt(index);
    return {
      rule: `REF-1.${index + 1}`,
      passed: outcome === '-' ? null : outcome === '1',
      fact: outcome === '-' ? notAsked(trade) : fact,
    };
  });
}

function notAsked(trade: DecidedTrade): string {
  return trade.activated_at === null ? 'not asked: the inviter had not activated by then' : 'not asked: no enrolment was open';
}

function activated(trade: DecidedTrade): string {
  return trade.activated_at === null
    ? `the inviter had not activated any programme by ${formatInstant(trade.executed_at)}`
    : `the inviter had activated by ${formatInstant(trade.activated_at)}; trade ${formatInstant(trade.executed_at)}`;
}

function enrolled(trade: DecidedTrade): string {
  return trade.programme === null
    ? `no enrolment was open at ${formatInstant(trade.executed_at)}`
    : `enrolled in ${trade.programme} at ${formatInstant(trade.executed_at)}`;
}

function notSuspended(trade: DecidedTrade): string {
  return `the inviter's restriction at ${formatInstant(trade.executed_at)}: ${trade.restriction ?? 'none'}`;
}

function inWindow(trade: DecidedTrade): string {
  const start = trade.binding_kind === 'recall' ? 'bound' : 'registered';
  const days = daysBetween(trade.window_start_at, trade.executed_at);
  const counted = `${start} ${dayOf(trade.window_start_at)}, trade ${dayOf(trade.executed_at)}: day ${days}`;
  return trade.window_days === null ? `${counted}; ${trade.programme} has no window` : `${counted} of ${trade.window_days}`;
}

function covered(trade: DecidedTrade): string {
  if (trade.binding_kind === 'recall' && trade.recall_covered === 0) return `${trade.product} is not covered for recalled invitees of ${trade.programme}`;
  return `${trade.product} is ${trade.covered === 1 ? 'covered' : 'not covered'} in ${trade.programme}`;
}

function notApi(trade: DecidedTrade): string {
  const placed = trade.via_api === 1 ? 'placed through the API' : 'not placed through the API';
  return trade.api_excluded === 1 ? `${placed}; ${trade.programme} excludes API trades` : `${placed}; ${trade.programme} admits API trades`;
}

function belowVip(trade: DecidedTrade): string {
  const level = `the invitee's VIP level at ${formatInstant(trade.executed_at)}: ${trade.vip_level ?? 'unknown'}`;
  return trade.vip_below === null ? `${level}; ${trade.programme} sets no limit` : `${level}; must be below ${trade.vip_below}`;
}

function regionOpen(trade: DecidedTrade): string {
  if (trade.family !== 'futures') return `the family ${trade.family} knows no restricted countries`;
  return `inviter in ${trade.inviter_country}, invitee in ${trade.invitee_country}: ${trade.region_closed === 1 ? 'restricted' : 'not restricted'} for futures`;
}

function netFee(trade: DecidedTrade): string {
  return `fee ${formatAmount(trade.fee_e8)} − offset ${formatAmount(trade.offset_e8)} = ${formatAmount(trade.base_e8)} ${trade.currency}`;
}
