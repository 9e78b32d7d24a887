/**
 * Who stood how, when: sections 2, 3 and 6 of the rules a second time, with plain lists and linear search, as far as random
 * histories need them. It shares no code with the product and is told the same facts in the same order.
 */
import { units } from '../worlds/decimals.ts';

export type Programme = 'referral' | 'pro';
export interface Enrolment { uid: string; programme: Programme; from: number; to: number }
export interface Trade { id: string; invitee: string; at: number; product: string; fee: string; currency: string }
export interface Verdict { reason: string; enrolment: Enrolment | null; amount: bigint }
interface Fact { uid: string; field: string; value: string; at: number }
interface Restriction { id: number; uid: string; value: string; at: number; until: number }

const severity = ['none', 'restricted', 'frozen', 'suspended'];

export class NaiveStanding {
  readonly inviters: Record<string, string>;
  readonly enrolments: Enrolment[] = [];
  readonly facts: Fact[] = [];
  readonly restrictions: Restriction[] = [];

  constructor(inviters: Record<string, string>) {
    this.inviters = inviters;
  }

  /** Of two facts of one instant the one that arrived later holds. */
  valueAt(uid: string, field: string, at: number, usual: string): string {
    let found: Fact | null = null;
    for (const fact of this.facts) {
      if (fact.uid === uid && fact.field === field && fact.at <= at && (found === null || fact.at >= found.at)) found = fact;
    }
    return found?.value ?? usual;
  }

  enrolmentAt(uid: string, at: number): Enrolment | null {
    return this.enrolments.find((one) => one.uid === uid && one.from <= at && at < one.to) ?? null;
  }

  /** STA-1, STA-2; other fields say no more than what they say. */
  learn(fact: Fact): void {
    this.facts.push(fact);
    const open = fact.field === 'account_type' ? this.enrolmentAt(fact.uid, fact.at) : null;
    if (open && !admits(open.programme, fact.value)) open.to = fact.at;
  }

  /** ENR-2 to ENR-4; false: refused. A type that is known to come ends it then. */
  activate(uid: string, programme: Programme, at: number): boolean {
    if (this.enrolments.some((one) => one.uid === uid && one.to > at)) return false;
    if (!admits(programme, this.valueAt(uid, 'account_type', at, 'normal'))) return false;
    const ends = this.facts
      .filter((fact) => fact.uid === uid && fact.field === 'account_type' && fact.at > at)
      .filter((fact) => !admits(programme, this.valueAt(uid, 'account_type', fact.at, 'normal')))
      .map((fact) => fact.at);
    this.enrolments.push({ uid, programme, from: at, to: Math.min(Infinity, ...ends) });
    return true;
  }

  /** ENR-7; false: nothing was open. */
  end(uid: string, at: number): boolean {
    const open = this.enrolmentAt(uid, at);
    if (open) open.to = at;
    return open !== null;
  }

  /**
   * STA-7: what begins last holds; of those that begin at once what was laid on last. STA-8: what was asked for before a freeze and is
   * no stronger lies down under it.
   */
  restrictionAt(uid: string, at: number): string {
    const over: Restriction[] = [];
    for (const one of this.restrictions.filter((each) => each.uid === uid && each.at <= at).sort((a, b) => a.at - b.at)) {
      let under = 0;
      for (const other of over) {
        if (other.until > one.at && !(other.value === 'frozen' && other.id > one.id && one.value !== 'suspended')) break;
        under += 1;
      }
      over.splice(under, 0, one);
    }
    return over.find((one) => at < one.until)?.value ?? 'none';
  }

  lay(id: number, uid: string, value: string, at: number, until = Infinity): void {
    this.forget(id);
    this.restrictions.push({ id, uid, value, at, until });
  }

  /** A freeze that is refused or taken back ends now. */
  endFreeze(id: number, at: number): void {
    for (const one of this.restrictions) if (one.id === id) one.until = Math.min(one.until, Math.max(one.at, at));
  }

  tightens(uid: string, value: string, at: number): boolean {
    return severity.indexOf(value) > severity.indexOf(this.restrictionAt(uid, at));
  }

  /** REF-1, checks 1 to 3, 7 and 8, and the amount of REF-6 at the rates of the entry tier and the usual ratio. */
  verdict(trade: Trade): Verdict {
    const inviter = this.inviters[trade.invitee] as string;
    const enrolment = this.enrolmentAt(inviter, trade.at);
    const reason = this.reason(trade, inviter, enrolment);
    const futures = trade.product === 'futures_usdt';
    const bps = enrolment?.programme === 'referral' ? 1_500n : futures ? 1_000n : 2_000n;
    return { reason, enrolment, amount: reason === '' ? (units(trade.fee) * bps) / 10_000n : 0n };
  }

  private reason(trade: Trade, inviter: string, enrolment: Enrolment | null): string {
    if (!this.enrolments.some((one) => one.uid === inviter && one.from <= trade.at)) return 'not_activated';
    if (!enrolment) return 'enrolment_ended';
    if (this.restrictionAt(inviter, trade.at) === 'suspended') return 'suspended';
    if (enrolment.programme === 'referral' && Number(this.valueAt(trade.invitee, 'vip_level', trade.at, '0')) >= 3) return 'vip_excluded';
    const closed = [inviter, trade.invitee].some((uid) => this.valueAt(uid, 'country', trade.at, 'US') === 'IR');
    return enrolment.programme === 'pro' && trade.product === 'futures_usdt' && closed ? 'region_restricted' : '';
  }

  private forget(id: number): void {
    const index = this.restrictions.findIndex((one) => one.id === id);
    if (index >= 0) this.restrictions.splice(index, 1);
  }
}

function admits(programme: Programme, type: string): boolean {
  return programme === 'referral' ? type === 'normal' : type !== 'market_maker';
}
