/**
 * Builders with which a golden case reads like a story. Columns that nobody mentions have a default; a moment is
 * `2026-01-10` (its first instant), `2026-01-10 12:30`, or a full ISO instant; `justBefore` and `justAfter` are 1 ms.
 */
import type { AnyRow, FeedName, Row } from './feeds.ts';
import type { ImportStep, Script, Step } from './naive.ts';
import { instant, iso } from './times.ts';

/** ISO instant of a moment. */
export function moment(text: string): string {
  if (text.includes('T')) return text;
  const [day, time] = text.split(' ');
  return iso(instant(`${day}T${time ?? '00:00'}:00Z`));
}

export function justBefore(text: string): string {
  return iso(instant(moment(text)) - 1);
}

export function justAfter(text: string): string {
  return iso(instant(moment(text)) + 1);
}

/** The steps in order; steps of one feed that follow each other become one file. */
export function story(...steps: (Step | Step[])[]): Script {
  const script: Script = [];
  for (const step of steps.flat()) {
    const last = script.at(-1);
    if (step.step === 'import' && last?.step === 'import' && last.feed === step.feed) {
      script[script.length - 1] = importOf(last.feed, [...last.rows, ...step.rows]);
    } else {
      script.push(step);
    }
  }
  return script;
}

/** A file of its own, even next to another one of the same feed: put a run or another feed between, or use `again`. */
export function importOf(feed: FeedName, rows: readonly AnyRow[]): ImportStep {
  return { step: 'import', feed, rows } as ImportStep;
}

/** An account; registered on 2026-01-01 in the US, `normal`, KYC `advanced`, VIP 0, unless said. */
export function account(
  uid: string, said: Partial<Row<'accounts'>> & { on?: string; by?: string } = {},
): ImportStep {
  const { on, by, ...columns } = said;
  const row: Row<'accounts'> = {
    uid, registered_at: moment(on ?? '2026-01-01'), country: 'US', account_type: 'normal', kyc_level: 'advanced',
    vip_level: '0', email: `${uid}@example.test`, name: uid, referral_code: codeOf(uid),
    inviter_code: by === undefined ? '' : codeOf(by), inviter_channel: by === undefined ? '' : 'link',
    inviter_campaign: '', ...columns,
  };
  return importOf('accounts', [row]);
}

/** The referral code of an account. */
export function codeOf(uid: string): string {
  return `CODE-${uid.toUpperCase()}`;
}

let counter = 0;

/** Ids that nobody looks at; they only have to differ within one script. */
function freshId(prefix: string): string {
  counter += 1;
  return `${prefix}${counter}`;
}

export function changes(
  uid: string, field: 'account_type' | 'kyc_level' | 'vip_level' | 'country' | 'activity', value: string, on: string,
): ImportStep {
  return importOf('account-events', [{ event_id: freshId('e'), uid, occurred_at: moment(on), field, value }]);
}

export function activates(
  uid: string, programme: 'referral' | 'partner' | 'pro', on: string, id = `${uid}-${programme}`,
): ImportStep {
  return importOf('activations', [{ activation_id: id, uid, programme, activated_at: moment(on) }]);
}

export function setsRatio(uid: string, family: 'spot_margin' | 'futures' | 'mining', bps: number,
  on: string): ImportStep {
  return importOf('ratios', [{ ratio_id: freshId('r'), uid, family, ratio_bps: String(bps), set_at: moment(on) }]);
}

/** Money in through a chain, unless said. */
export function transfers(
  uid: string, amount: string, on: string, said: Partial<Row<'transfers'>> = {},
): ImportStep {
  return importOf('transfers', [{
    transfer_id: freshId('m'), uid, occurred_at: moment(on), direction: 'in', source: 'crypto', amount_usdt: amount,
    ...said,
  }]);
}

/** A spot trade of 100 USDT with a fee of 1 USDT, nothing offset, not through the API, unless said. */
export function trades(id: string, uid: string, on: string, said: Partial<Row<'trades'>> = {}): ImportStep {
  return importOf('trades', [{
    trade_id: id, uid, executed_at: moment(on), product: 'spot', volume_usdt: '100', fee: '1', fee_offset: '0',
    fee_currency: 'USDT', via_api: 'false', ...said,
  }]);
}

/** PAY-8: what the exchange says that the day's rows of a feed are. */
export function manifest(feed: FeedName | 'deactivations' | 'recalls', day: string, rows: number, sum = ''): ImportStep {
  return importOf('manifests', [{ feed, day, rows: String(rows), control_sum: sum }]);
}

export function commissionRun(day: string, now?: string): Step {
  return { step: 'commission', day, ...(now === undefined ? {} : { now: moment(now) }) };
}

export function evaluation(month: string, now?: string): Step {
  return { step: 'evaluation', month, ...(now === undefined ? {} : { now: moment(now) }) };
}

export function approves(affiliate: string, month: string, at: string): Step {
  return { step: 'approve', affiliate_uid: affiliate, month, at: moment(at) };
}

export function rejects(affiliate: string, month: string, at: string): Step {
  return { step: 'reject', affiliate_uid: affiliate, month, at: moment(at) };
}

/** So many times what `each` says, with 1, 2, 3… */
export function times(count: number, each: (index: number) => Step[]): Step[] {
  return Array.from({ length: count }, (_, index) => each(index + 1)).flat();
}
