/** From a plan to the facts of its world: rows of feeds, each with the instant at which it happened. */
import { decimal, units } from './decimals.ts';
import type { AnyRow, FeedName } from './feeds.ts';
import type { AccountPlan, CohortPlan, When, WorldPlan } from './random-plan.ts';
import { wrongRow } from './random-faults.ts';
import { DAY_MS, dayOf, dayStart, instant, iso, monthAfter, monthStart } from './times.ts';

/** One row, when it happened, how late it comes, and whose it is: it never comes before its account. */
export interface Fact { feed: FeedName; row: AnyRow; at: number; late: number; uid: string }

/** First and last instant of a world, and the instants of its decisions. */
export interface Span { start: number; end: number; decisions: number[] }

/** What of an account matters to others: when it registered, and the instants at which something begins or ends. */
interface Known { uid: string; registeredAt: number; matters: number[]; inviter: Known | null }

/** Uid of the account with that place in the plan. */
export function uidOf(index: number): string {
  return `u${index}`;
}

export function factsOf(plan: WorldPlan, span: Span): Fact[] {
  const facts: Fact[] = [];
  const general = generalInstants(plan, span);
  const known: Known[] = [];
  plan.accounts.forEach((account,
    index) => known.push(addAccount(facts, account, index, plan.affiliates, known, general, span)));
  plan.accounts.forEach((account, index) => addTrading(facts, account, index, known, general, span));
  plan.cohorts.forEach((cohort, index) => addCohort(facts, cohort, index, plan));
  plan.months.forEach((_, index) => {
    const day = dayOf(monthStart(monthAfter(plan.first, index)));
    facts.push({ feed: 'prices', row: { currency: 'BNB', day, usdt: '612.34' }, at: dayStart(day), late: 0, uid: '' });
  });
  plan.wrong.forEach((wrong, index) => {
    const account = known[wrong.account % known.length];
    if (account === undefined) return;
    const at = Math.max(span.start + wrong.day * DAY_MS, account.registeredAt);
    facts.push({ ...wrongRow(wrong.fault, `w${index}`, account.uid, account.registeredAt, at), at, late: 0,
      uid: account.uid });
  });
  return facts.filter((fact) => fact.at < span.end);
}

/** Month starts, the dates of the rulebooks, the decisions. */
function generalInstants(plan: WorldPlan, span: Span): number[] {
  const months = plan.months.map((_, index) => monthStart(monthAfter(plan.first, index + 1)));
  const dates = ['2023-07-17', '2024-12-30'].map((day) => instant(`${day}T00:00:00Z`));
  return [...months, ...dates, ...span.decisions].filter((at) => at >= span.start && at < span.end);
}

function resolve(when: When, anchors: readonly number[], span: Span, earliest: number): number {
  const anchor = 'near' in when ? anchors[when.near % Math.max(anchors.length, 1)] : undefined;
  const at = 'near' in when ? (anchor ?? span.start) + when.delta : span.start + when.day * DAY_MS + when.ms;
  return Math.max(at, earliest);
}

function addAccount(
  facts: Fact[], plan: AccountPlan, index: number, affiliates: number, known: Known[], general: number[], span: Span,
): Known {
  const uid = uidOf(index);
  const choice = plan.inviter?.among === 'affiliates' ? known.slice(0, affiliates) : known;
  const inviter = plan.inviter === null ? null : choice[plan.inviter.place % Math.max(choice.length, 1)] ?? null;
  const earliest = inviter?.registeredAt ?? 0;
  const registeredAt = Math.max(registrationOf(plan, [...general, ...(inviter?.matters ?? [])], span), earliest);
  const usual = inviter === null ? null : `CODE-${inviter.uid}`;
  const code = plan.oddCode === 'no' ? usual : plan.oddCode === 'own' ? `CODE-${uid}` : 'NOBODY';
  const row = {
    uid, registered_at: iso(registeredAt), country: plan.country, account_type: plan.type, kyc_level: plan.kyc,
    vip_level: plan.vip, email: `${uid}@example.test`, name: `Name, "${uid}"`, referral_code: `CODE-${uid}`,
    inviter_code: code ?? '', inviter_channel: code === null ? '' : index % 2 === 0 ? 'link' : 'code',
    inviter_campaign: '',
  };
  facts.push({ feed: 'accounts', row, at: registeredAt, late: plan.late, uid });

  const matters: number[] = [];
  // An affiliate is not enrolled over a month's end before the world begins: nobody would have evaluated it.
  const soonest = Math.max(registeredAt, span.start - 10 * DAY_MS);
  const add = (feed: FeedName, each: AnyRow, at: number, late: number): void => {
    matters.push(at);
    facts.push({ feed, row: each, at, late, uid });
  };
  plan.activations.forEach(({ programme, at: when, late }, n) => {
    const at = resolve(when, [span.start - DAY_MS, ...general, ...matters, registeredAt], span, soonest);
    add('activations', { activation_id: `a${index}.${n}`, uid, programme, activated_at: iso(at) }, at, late);
  });
  plan.events.forEach(({ field, value, at: when, late }, n) => {
    const at = resolve(when, [...matters, ...general, registeredAt], span, registeredAt);
    add('account-events', { event_id: `e${index}.${n}`, uid, occurred_at: iso(at), field, value }, at, late);
  });
  plan.ratios.forEach(({ family, bps, at: when, late }, n) => {
    const at = resolve(when, [...general, ...matters], span, registeredAt);
    add('ratios', { ratio_id: `r${index}.${n}`, uid, family, ratio_bps: String(bps), set_at: iso(at) }, at, late);
  });
  return { uid, registeredAt, matters, inviter };
}

function registrationOf(plan: AccountPlan, anchors: number[], span: Span): number {
  const { registered } = plan;
  if (registered.kind === 'before') return span.start - (plan.inviter === null ? 400 : 40) * DAY_MS;
  if (registered.kind === 'year') return span.start + (registered.day - 365) * DAY_MS + registered.ms;
  return resolve(registered.at, anchors, span, span.start - 40 * DAY_MS);
}

/** Trades come near everything that matters to the account and its inviter, and near the end of its window. */
function addTrading(
  facts: Fact[], plan: AccountPlan, index: number, known: Known[], general: number[], span: Span,
): void {
  const self = known[index];
  if (self === undefined) return;
  const { uid, registeredAt } = self;
  const windowEnd = dayStart(dayOf(registeredAt)) + 366 * DAY_MS;
  const window = windowEnd < span.end ? [windowEnd, windowEnd] : [];
  const anchors = [...(self.inviter?.matters ?? []), ...self.matters, ...window, ...general, registeredAt];
  plan.transfers.forEach(({ direction, source, amount, at: when, late }, n) => {
    const at = resolve(when, [...general, registeredAt], span, registeredAt);
    const row = { transfer_id: `m${index}.${n}`, uid, occurred_at: iso(at), direction, source, amount_usdt: amount };
    facts.push({ feed: 'transfers', row, at, late, uid });
  });
  plan.trades.forEach(({ product, volume, fee, offset, currency, api, at: when, late }, n) => {
    const at = resolve(when, anchors, span, registeredAt);
    const least = units(fee) === 0n ? '0' : '0.00000001';
    const row = {
      trade_id: `t${index}.${n}`, uid, executed_at: iso(at), product, volume_usdt: volume, fee,
      fee_offset: offset === 'none' ? '0' : offset === 'all' ? fee : least, fee_currency: currency,
      via_api: String(api),
    };
    facts.push({ feed: 'trades', row, at, late, uid });
  });
}

function addCohort(facts: Fact[], plan: CohortPlan, place: number, world: WorldPlan): void {
  const month = monthAfter(world.first, plan.month % world.months.length);
  const at = monthStart(month) + DAY_MS * 7;
  const inviter = uidOf(plan.inviter % world.affiliates);
  for (let n = 0; n < plan.size; n += 1) {
    const uid = `c${place}.${n}`;
    const short = n === 0 ? plan.miss : 'none';
    const money = units('100') - (short === 'money' ? 1n : 0n);
    const volume = units('1000') - (short === 'volume' ? 1n : 0n);
    facts.push({
      feed: 'accounts', at, late: 0, uid,
      row: {
        uid, registered_at: iso(at), country: 'US', account_type: 'normal', kyc_level: 'none', vip_level: '0',
        email: '', name: '', referral_code: `CODE-${uid}`, inviter_code: `CODE-${inviter}`, inviter_channel: 'link',
        inviter_campaign: '',
      },
    });
    facts.push({
      feed: 'transfers', at, late: 0, uid,
      row: {
        transfer_id: `cm${place}.${n}`, uid, occurred_at: iso(at), direction: 'in', source: 'fiat',
        amount_usdt: decimal(money),
      },
    });
    facts.push({
      feed: 'trades', at: at + 1, late: 0, uid,
      row: {
        trade_id: `ct${place}.${n}`, uid, executed_at: iso(at + 1), product: 'spot', volume_usdt: decimal(volume),
        fee: '1',
        fee_offset: '0', fee_currency: 'USDT', via_api: 'false',
      },
    });
  }
}
