import { dayOf, daysBetween, formatInstant } from '../calendar.ts';
import { formatAmount } from '../money.ts';
import type { CheckFactKey, ExplainedCheck, FactValues } from './contract.ts';
import type { DecidedTrade } from './decided.ts';

type Fact = Pick<ExplainedCheck, 'fact' | 'fact_key' | 'fact_values'>;

const told = (fact_key: CheckFactKey, fact_values: FactValues, fact: string): Fact => ({ fact, fact_key, fact_values });

/** The nine checks with the fact that each was decided on, read off the statement's own columns (REF-1, REF-8). */
export function explainChecks(trade: DecidedTrade): ExplainedCheck[] {
  const facts = [activated, enrolled, notSuspended, inWindow, covered, notApi, belowVip, regionOpen, netFee];
  return facts.map((fact, index) => {
    const outcome = trade.checks.charAt(index);
    return {
      rule: `REF-1.${index + 1}`,
      passed: outcome === '-' ? null : outcome === '1',
      ...(outcome === '-' ? notAsked(trade) : fact(trade)),
    };
  });
}

function notAsked(trade: DecidedTrade): Fact {
  return trade.activated_at === null
    ? told('not_asked_before_activation', {}, 'not asked: the inviter had not activated by then')
    : told('not_asked_without_enrolment', {}, 'not asked: no enrolment was open');
}

function activated(trade: DecidedTrade): Fact {
  const at = formatInstant(trade.executed_at);
  if (trade.activated_at === null) return told('not_activated', { at }, `the inviter had not activated any programme by ${at}`);
  const activated_at = formatInstant(trade.activated_at);
  return told('activated', { activated_at, at }, `the inviter had activated by ${activated_at}; trade ${at}`);
}

function enrolled({ programme, executed_at }: DecidedTrade): Fact {
  const at = formatInstant(executed_at);
  if (programme === null) return told('not_enrolled', { at }, `no enrolment was open at ${at}`);
  return told('enrolled', { programme, at }, `enrolled in ${programme} at ${at}`);
}

function notSuspended(trade: DecidedTrade): Fact {
  const values = { restriction: trade.restriction ?? 'none', at: formatInstant(trade.executed_at) };
  return told('restriction', values, `the inviter's restriction at ${values.at}: ${values.restriction}`);
}

function inWindow({ binding_kind, window_start_at, executed_at, window_days, programme }: DecidedTrade): Fact {
  const recalled = binding_kind === 'recall';
  const values = { start_day: dayOf(window_start_at), trade_day: dayOf(executed_at), days: daysBetween(window_start_at, executed_at) };
  const counted = `${recalled ? 'bound' : 'registered'} ${values.start_day}, trade ${values.trade_day}: day ${values.days}`;
  return window_days === null
    ? told(recalled ? 'no_window_recalled' : 'no_window', { ...values, programme }, `${counted}; ${programme} has no window`)
    : told(recalled ? 'window_recalled' : 'window', { ...values, window_days }, `${counted} of ${window_days}`);
}

function covered({ product, programme, binding_kind, recall_covered, covered: general }: DecidedTrade): Fact {
  const values = { product, programme };
  if (binding_kind === 'recall' && recall_covered === 0) {
    return told('not_covered_recalled', values, `${product} is not covered for recalled invitees of ${programme}`);
  }
  return general === 1
    ? told('covered', values, `${product} is covered in ${programme}`)
    : told('not_covered', values, `${product} is not covered in ${programme}`);
}

function notApi({ via_api, api_excluded, programme }: DecidedTrade): Fact {
  const [api, excluded] = [via_api === 1, api_excluded === 1];
  const text = `${api ? 'placed' : 'not placed'} through the API; ${programme} ${excluded ? 'excludes' : 'admits'} API trades`;
  if (api) return told(excluded ? 'api_excluded' : 'api_admitted', { programme }, text);
  return told(excluded ? 'no_api_excluded' : 'no_api_admitted', { programme }, text);
}

function belowVip({ vip_level, vip_below, executed_at, programme }: DecidedTrade): Fact {
  const at = formatInstant(executed_at);
  const level = `the invitee's VIP level at ${at}: ${vip_level ?? 'unknown'}`;
  return vip_below === null
    ? told('vip_no_limit', { at, vip_level, programme }, `${level}; ${programme} sets no limit`)
    : told('vip_limit', { at, vip_level, vip_below }, `${level}; must be below ${vip_below}`);
}

function regionOpen({ family, inviter_country, invitee_country, region_closed }: DecidedTrade): Fact {
  if (family !== 'futures') return told('family_unrestricted', { family }, `the family ${family} knows no restricted countries`);
  const where = `inviter in ${inviter_country}, invitee in ${invitee_country}`;
  const values = { inviter_country, invitee_country };
  return region_closed === 1
    ? told('region_closed', values, `${where}: restricted for futures`)
    : told('region_open', values, `${where}: not restricted for futures`);
}

function netFee({ fee_e8, offset_e8, base_e8, currency }: DecidedTrade): Fact {
  const values = { fee: formatAmount(fee_e8), offset: formatAmount(offset_e8), base: formatAmount(base_e8), currency };
  return told('net_fee', values, `fee ${values.fee} − offset ${values.offset} = ${values.base} ${currency}`);
}
