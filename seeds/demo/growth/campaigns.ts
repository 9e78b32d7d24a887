import type { CampaignBody, CampaignVerb, NewCampaignVersion } from '../../../server/campaigns/contract.ts';
import { dayStart, formatInstant } from '../../../server/calendar.ts';
import { timeOfDay } from '../calendar.ts';
import type { At, DemoCalendar } from '../calendar.ts';
import { datedId, dayCounter } from '../milestones.ts';
import type { Arrival, CampaignStep, DemoPerson, DemoStep } from '../steps.ts';
import { texts } from './campaign-texts.ts';

/** The campaigns by what they are told of. */
export const codes = {
  relaunch: 'relaunch', creators: 'creators-south', futures: 'futures-start', deposit: 'first-deposit', copy: 'copy-weeks', vouchers: 'voucher-fortnight',
} as const;

type Terms = Omit<CampaignBody, 'starts_at' | 'ends_at' | 'texts' | 'landing_url' | 'code'>;
type Told = keyof typeof codes;

const usdt = 'USDT';
const terms: Record<Told, Terms> = {
  relaunch: {
    kind: 'public', audience: 'all', name: 'Referral relaunch', regions: [], programmes: ['referral'],
    tasks: [{ task: 'register' }, { task: 'deposit', amount: '100', within_days: 14 }],
    rewards: [{ side: 'inviter', reward: 'cash', amount: '6', currency: usdt }, { side: 'invitee', reward: 'trial_funds', amount: '3', currency: usdt }],
    budget: '63', cap_per_affiliate: null,
  },
  creators: {
    kind: 'exclusive', audience: 'joining', name: 'Creators of the South', regions: ['AE', 'BR', 'NG', 'TR', 'VN'], programmes: ['pro'],
    tasks: [{ task: 'register' }, { task: 'deposit', amount: '50', within_days: 14 }, { task: 'volume', amount: '500', within_days: 30 }],
    rewards: [{ side: 'inviter', reward: 'cash', amount: '25', currency: usdt }],
    budget: '600', cap_per_affiliate: '150',
  },
  futures: {
    kind: 'exclusive', audience: 'all', name: 'Futures starter for partners', regions: [], programmes: ['partner'],
    tasks: [{ task: 'register' }, { task: 'kyc', level: 'advanced', within_days: 14 }, { task: 'volume', amount: '5000', within_days: 30 }],
    rewards: [{ side: 'inviter', reward: 'cash', amount: '30', currency: usdt }, { side: 'invitee', reward: 'trial_funds', amount: '50', currency: usdt }],
    budget: '1200', cap_per_affiliate: '400',
  },
  deposit: {
    kind: 'public', audience: 'all', name: 'First deposit bonus', regions: [], programmes: [],
    tasks: [{ task: 'register' }, { task: 'kyc', level: 'basic', within_days: 14 }, { task: 'deposit', amount: '100', within_days: 14 }],
    rewards: [{ side: 'inviter', reward: 'cash', amount: '8', currency: usdt }, { side: 'invitee', reward: 'fee_voucher', amount: '4', currency: usdt }],
    budget: '480', cap_per_affiliate: '60',
  },
  copy: {
    kind: 'exclusive', audience: 'joining', name: 'Copy trading weeks', regions: ['AE', 'TR'], programmes: ['pro', 'referral'],
    tasks: [{ task: 'register' }, { task: 'volume', amount: '1000', within_days: 21 }],
    rewards: [{ side: 'invitee', reward: 'trial_funds', amount: '20', currency: usdt }],
    budget: '2000', cap_per_affiliate: null,
  },
  vouchers: {
    kind: 'public', audience: 'all', name: 'Two weeks of fee vouchers', regions: ['BR', 'NG', 'VN'], programmes: ['referral'],
    tasks: [{ task: 'register' }, { task: 'kyc', level: 'advanced', within_days: 7 }],
    rewards: [{ side: 'invitee', reward: 'fee_voucher', amount: '10', currency: usdt }],
    budget: '1500', cap_per_affiliate: '100',
  },
};

const periods = (calendar: DemoCalendar): Record<Told, [from: string, to: string]> => ({
  relaunch: [calendar.day([3, 1]), calendar.day([5, 1])],
  creators: [calendar.day([8, 1]), calendar.day([14, 1])],
  futures: [calendar.day([9, 10]), calendar.day([13, 15])],
  deposit: [calendar.day([10, 8]), calendar.day([14, 15])],
  copy: [calendar.ago(-21), calendar.ago(-49)],
  vouchers: [calendar.ago(-6), calendar.ago(-20)],
});

function body(calendar: DemoCalendar, told: Told): CampaignBody {
  const [from, to] = periods(calendar)[told];
  return {
    code: codes[told], ...terms[told], texts: texts[told], landing_url: `https://promo.example.com/${codes[told]}?lang=en`,
    starts_at: formatInstant(dayStart(from)), ends_at: formatInstant(dayStart(to)),
  };
}

type Telling = { at: number; by: DemoPerson } & CampaignStep;

/** Each campaign's way; the one of the relaunch is ended by its period. */
export function campaignSteps(calendar: DemoCalendar, uidOf: (key: string) => string): DemoStep[] {
  const [one, other] = ['operations', 'operations2'] as const;
  const on = (day: string, ms: number): number => dayStart(day) + ms;
  const made = (told: Told, day: string, by: DemoPerson): Telling => ({ at: on(day, timeOfDay(10, 3)), by, step: 'create-campaign', body: body(calendar, told) });
  const moved = (told: Told, verb: CampaignVerb, day: string, ms: number, by: DemoPerson, comment: string | null = null): Telling => (
    { at: on(day, ms), by, step: 'move-campaign', code: codes[told], verb, comment }
  );
  const changed = (told: Told, day: string, ms: number, by: DemoPerson, change: Omit<NewCampaignVersion, 'campaign_id'>): Telling => (
    { at: on(day, ms), by, step: 'change-campaign', code: codes[told], change }
  );
  const approved = (told: Told, day: string, ms: number, by: DemoPerson, comment: string): Telling => (
    { at: on(day, ms), by, step: 'approve-campaign-change', code: codes[told], comment }
  );
  const day = (month: number, date: number): string => calendar.day([month, date]);
  return [
    made('relaunch', day(2, 24), other),
    moved('relaunch', 'activate', day(2, 26), timeOfDay(9, 30), one),
    made('creators', day(7, 22), one),
    moved('creators', 'activate', day(7, 27), timeOfDay(14, 12), one, 'Agreed with the regional teams; the page is in Portuguese, Turkish and Vietnamese.'),
    changed('creators', day(10, 16), timeOfDay(9, 41), other, {
      reason: 'One channel reaches the cap with its sixth invitee although it is the best of them.', cap_per_affiliate: '225',
    }),
    approved('creators', day(10, 17), timeOfDay(11, 20), one, 'The invitees of that channel trade on; budget is there.'),
    { at: on(calendar.ago(6), timeOfDay(11, 8)), by: one, step: 'join-campaign', code: codes.creators, affiliate_uid: uidOf('trading-school') },
    made('futures', day(9, 3), other),
    moved('futures', 'activate', day(9, 8), timeOfDay(16, 5), other),
    moved('futures', 'pause', calendar.ago(7), timeOfDay(12, 44), one, 'The supplier of the trial funds changes its system; nothing new until that is done.'),
    made('deposit', day(10, 2), one),
    moved('deposit', 'activate', day(10, 6), timeOfDay(9, 15), one),
    changed('deposit', day(11, 11), timeOfDay(15, 2), one, {
      reason: 'Two affiliates are at the cap after a meetup each; their next invitees should still count.', cap_per_affiliate: '96',
    }),
    approved('deposit', day(11, 12), timeOfDay(9, 26), other, 'Both meetups were announced beforehand, see the content reviews.'),
    changed('deposit', calendar.ago(2), timeOfDay(13, 37), other, {
      reason: 'Goes better than planned; finance has agreed to another 420 USDT and to 10 USDT a head.', budget: '900',
      rewards: [{ side: 'inviter', reward: 'cash', amount: '10', currency: usdt }, { side: 'invitee', reward: 'fee_voucher', amount: '4', currency: usdt }],
    }),
    made('vouchers', calendar.ago(5), one),
    moved('vouchers', 'activate', calendar.ago(1), timeOfDay(10, 50), one),
    made('copy', calendar.ago(3), other),
  ];
}

/** Who joined the creators' campaign, in days of the thirteen months. */
const joins: readonly { who: string; at: At }[] = [
  { who: 'media-house', at: [8, 2] }, { who: 'newsletter', at: [8, 6] }, { who: 'video-channel', at: [8, 25] }, { who: 'podcast', at: [9, 8] },
];

/** The campaign-joins feed. */
export function joinArrivals(calendar: DemoCalendar, uidOf: (key: string) => string): Arrival<'campaign-joins'>[] {
  const count = dayCounter();
  return joins.map(({ who, at }) => {
    const day = calendar.day(at);
    return {
      day,
      row: {
        join_id: datedId('CJ', day, count(day)), campaign_code: codes.creators, uid: uidOf(who),
        joined_at: formatInstant(dayStart(day) + timeOfDay(11, 20)),
      },
    };
  });
}
