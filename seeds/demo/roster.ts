import type { AccountType, KycLevel, Programme } from '../../server/rulebooks/contract.ts';
import { instantOf, timeOfDay } from './calendar.ts';
import type { At, DemoCalendar } from './calendar.ts';
import { applicantStories } from './growth/applications.ts';
import { guestStories } from './growth/guests.ts';
import { recallStories } from './growth/recalls.ts';
import { personName } from './names.ts';
import type { DemoCountry } from './names.ts';
import { singleStories } from './pro-stories.ts';
import { stream } from './random.ts';
import type { Arrival } from './steps.ts';
import { affiliateStories } from './stories.ts';
import type { Change, FirstSteps } from './story.ts';

/** What the stories say of one account, whatever day the world ends on. */
interface Person {
  key: string;
  country: DemoCountry;
  joins: At;
  /** Milliseconds into the day of registration. */
  registered_ms: number;
  account_type: AccountType;
  /** Reached on the day after registration. */
  kyc: KycLevel;
  /** Key of the account whose link or code it registered with. */
  inviter: string | null;
  /** The programme of that inviter's story; null without inviter and where the binding is refused. */
  programme: Programme | null;
  first: FirstSteps | null;
  changes: readonly Change[];
  /** Code of the campaign whose link it came through. */
  campaign: string | null;
  /** Takes part in what its inviter's story tells of the volume. */
  regular: boolean;
  /** Neither trades nor moves money by itself. */
  quiet: boolean;
  likeInviter: boolean;
}

/** An account of the demo world with everything that its row needs. */
export interface DemoAccount extends Person {
  uid: string;
  name: string;
  email: string;
  referral_code: string;
}

const plainly = { campaign: null, regular: true, quiet: false, likeInviter: false };

function registrationTime(key: string): number {
  return stream('registration', key).int(timeOfDay(6), timeOfDay(22));
}

function affiliates(): Person[] {
  return affiliateStories.map((story) => ({
    ...plainly,
    key: story.key,
    country: story.country,
    joins: story.joins,
    registered_ms: registrationTime(story.key),
    account_type: story.account_type ?? 'normal',
    kyc: story.activations.length > 0 || story.applies ? 'advanced' : 'basic',
    inviter: story.invited_by ?? null,
    programme: affiliateStories.find((other) => other.key === story.invited_by)?.programme ?? null,
    first: null,
    changes: story.changes ?? [],
  }));
}

function invitees(): Person[] {
  return affiliateStories.flatMap((story) => story.invitees.map((invitee, place) => {
    const key = `${story.key}.${place + 1}`;
    return {
      ...plainly,
      key,
      country: invitee.country,
      joins: invitee.joins,
      registered_ms: registrationTime(key),
      account_type: 'normal',
      kyc: stream('kyc', key).chance(75) ? 'advanced' : 'basic',
      inviter: story.key,
      programme: story.programme,
      first: invitee.first ?? null,
      changes: invitee.changes ?? [],
    };
  }));
}

function guests(calendar: DemoCalendar): Person[] {
  return guestStories(calendar).map((story) => ({
    ...plainly,
    key: story.key,
    country: story.country,
    joins: story.joins,
    registered_ms: story.registered_ms ?? registrationTime(story.key),
    account_type: 'normal',
    kyc: story.first ? 'advanced' : 'basic',
    inviter: story.inviter,
    programme: story.programme,
    first: story.first ?? null,
    changes: [],
    campaign: story.campaign ?? null,
    regular: false,
    quiet: !story.first,
    likeInviter: story.likeInviter ?? false,
  }));
}

function singles(calendar: DemoCalendar): Person[] {
  return [...singleStories, ...applicantStories, ...recallStories(calendar)].map((story) => ({
    ...plainly,
    key: story.key,
    country: story.country,
    joins: story.joins,
    registered_ms: registrationTime(story.key),
    account_type: 'normal',
    kyc: story.kyc ?? 'basic',
    quiet: story.quiet ?? false,
    inviter: story.invited_by ?? null,
    programme: null,
    first: null,
    changes: [],
  }));
}

function referralCode(key: string): string {
  const draws = stream('code', key);
  return Array.from({ length: 8 }, () => draws.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ'])).join('');
}

/** All accounts in the order of registration; uids rise with it, by uneven steps. */
export function demoRoster(calendar: DemoCalendar): DemoAccount[] {
  const people = [...affiliates(), ...invitees(), ...guests(calendar), ...singles(calendar)]
    .sort((one, other) => one.joins[0] - other.joins[0] || one.joins[1] - other.joins[1]
      || one.registered_ms - other.registered_ms);
  const steps = stream('uid');
  const seen = new Map<DemoCountry, number>();
  let uid = 100_234_567;
  const roster = people.map((person) => {
    const place = seen.get(person.country) ?? 0;
    seen.set(person.country, place + 1);
    uid += steps.int(1_100, 24_000);
    return { ...person, ...personName(person.country, place), uid: `${uid}`, referral_code: referralCode(person.key) };
  });
  return roster.map((account) => (account.likeInviter ? { ...account, ...inviterAgain(roster, account) } : account));
}

function inviterAgain(roster: readonly DemoAccount[], { key, inviter }: Person): Pick<DemoAccount, 'name' | 'email'> {
  const { name, email } = roster.find((one) => one.key === inviter) as DemoAccount;
  return { name, email: email.replace('@', `+${key.split('.').at(-1)}@`) };
}

/** The accounts as they registered: without identity checks, which follow as events. */
export function accountArrivals(calendar: DemoCalendar, roster: readonly DemoAccount[]): Arrival<'accounts'>[] {
  const codes = new Map(roster.map((account) => [account.key, account.referral_code]));
  return roster.map((account) => {
    const day = calendar.day(account.joins);
    const bound = account.inviter !== null;
    return {
      day,
      row: {
        uid: account.uid,
        registered_at: instantOf(day, account.registered_ms),
        country: account.country,
        account_type: account.account_type,
        kyc_level: 'none',
        vip_level: '0',
        email: account.email,
        name: account.name,
        referral_code: account.referral_code,
        inviter_code: bound ? codes.get(account.inviter!)! : '',
        inviter_channel: bound ? (account.campaign !== null || stream('channel', account.key).chance(80) ? 'link' : 'code') : '',
        inviter_campaign: account.campaign ?? '',
      },
    };
  });
}
