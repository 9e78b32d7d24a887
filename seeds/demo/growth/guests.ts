import type { Programme } from '../../../server/rulebooks/contract.ts';
import { fullMonths, timeOfDay } from '../calendar.ts';
import type { At, DemoCalendar } from '../calendar.ts';
import type { DemoCountry } from '../names.ts';
import { stream } from '../random.ts';
import type { GuestStory } from '../story.ts';
import { codes } from './campaigns.ts';

type Guest = Omit<GuestStory, 'key' | 'inviter' | 'programme'>;

function guest(country: DemoCountry, joins: At, deposit: number, volume: number, campaign?: string): Guest {
  return { country, joins, first: { deposit, volume }, ...(campaign === undefined ? {} : { campaign }) };
}

function of(inviter: string, programme: Programme, guests: Guest[]): GuestStory[] {
  return guests.map((one, place) => ({ key: `${inviter}.guest${place + 1}`, inviter, programme, ...one }));
}

/** Through the links of campaigns, and by an affiliate's own while a public campaign ran. */
const invited: GuestStory[] = [
  ...of('media-house', 'pro', [
    guest('BR', [8, 7], 320_00, 1_840_20, codes.creators),
    guest('NG', [8, 21], 150_00, 920_75, codes.creators),
    guest('TR', [9, 12], 80_00, 614_30, codes.creators),
    guest('VN', [10, 4], 500_00, 3_105_00, codes.creators),
    // Too little volume.
    guest('BR', [11, 6], 60_00, 310_40, codes.creators),
    guest('AE', [11, 9], 900_00, 4_220_10, codes.creators),
  ]),
  ...of('newsletter', 'pro', [
    guest('TR', [8, 14], 210_00, 1_305_55, codes.creators),
    guest('TR', [9, 5], 130_00, 760_00, codes.creators),
    guest('VN', [11, 3], 75_00, 545_90, codes.creators),
  ]),
  ...of('video-channel', 'pro', [
    guest('BR', [9, 4], 440_00, 2_270_15, codes.creators),
    guest('BR', [9, 18], 95_00, 688_20, codes.creators),
    guest('BR', [10, 11], 260_00, 1_515_80, codes.creators),
    guest('BR', [11, 2], 40_00, 905_45, codes.creators),
    guest('BR', [12, 2], 175_00, 1_120_00, codes.creators),
  ]),
  ...of('podcast', 'pro', [
    guest('BR', [10, 9], 120_00, 640_60, codes.creators),
    guest('NG', [11, 5], 310_00, 1_980_25, codes.creators),
  ]),
  ...of('to-gold', 'partner', [guest('VN', [9, 16], 4_000_00, 12_480_30), guest('NG', [10, 6], 2_500_00, 8_115_70)]),
  ...of('two-steps-down', 'partner', [guest('FR', [9, 20], 1_500_00, 3_940_45)]),
  ...of('patient', 'referral', [
    guest('VN', [10, 12], 140_00, 510_20), guest('VN', [11, 7], 230_00, 870_15), guest('VN', [12, 4], 105_00, 340_60),
  ]),
  ...of('trading-desk', 'referral', [guest('NL', [11, 4], 360_00, 790_35), guest('NL', [11, 11], 90_00, 260_10)]),
  ...of('climber', 'referral', [guest('FR', [4, 6], 270_00, 640_80), guest('DE', [4, 10], 180_00, 455_25)]),
];

/** The month in which somebody traded against the thresholds: the running one, where enough of it is known. */
function thresholdMonth(calendar: DemoCalendar): number {
  return calendar.daysKnown(fullMonths) >= 20 ? fullMonths : fullMonths - 1;
}

/** Just over what makes a qualified invitee (TIE-1), and one who is not. */
const thresholdGuests = (month: number): GuestStory[] => of('deal-forum', 'referral', [
  guest('TR', [month, 2], 100_00, 1_004_10),
  guest('TR', [month, 2], 101_50, 1_001_75),
  guest('TR', [month, 3], 100_00, 1_012_40),
  guest('TR', [month, 4], 105_00, 1_002_05),
  guest('AE', [month, 3], 640_00, 2_310_90),
]);

const burstAgo = 4;
const burstOf = 12;

/** A dozen within forty minutes; nobody of them has paid in anything. */
function burst(calendar: DemoCalendar): GuestStory[] {
  const draws = stream('burst');
  const start = timeOfDay(15, 4);
  return of('coupon-board', 'referral', Array.from({ length: burstOf }, (_, place) => ({
    country: 'VN' as const,
    joins: calendar.at(calendar.ago(burstAgo)),
    registered_ms: start + place * timeOfDay(0, 3) + draws.int(0, 170_000),
  })));
}

/** Of the last days: their bonuses are awarded and not distributed yet. */
function latest(calendar: DemoCalendar): GuestStory[] {
  const on = agoOf(calendar);
  return [
    ...of('up-and-down', 'referral', [guest('TR', on(3), 150_00, 420_10), guest('TR', on(2), 230_00, 380_55)]),
    ...of('leap', 'referral', [guest('TR', on(4), 120_00, 250_75), guest('DE', on(2), 480_00, 910_20)]),
    ...of('trading-school', 'pro', [guest('NG', on(5), 90_00, 640_15, codes.creators), guest('NG', on(4), 60_00, 210_40, codes.creators)]),
  ];
}

function agoOf(calendar: DemoCalendar): (ago: number) => At {
  return (ago) => calendar.at(calendar.ago(ago));
}

/** Two with the inviter's own name and address, a week before the first start. */
function lookAlikes(calendar: DemoCalendar): GuestStory[] {
  const on = agoOf(calendar);
  return of('family-circle', 'referral', [
    { ...guest('NG', on(7), 120_00, 480_30), likeInviter: true },
    { ...guest('NG', on(6), 110_00, 390_85), likeInviter: true },
    guest('NG', on(9), 300_00, 905_60),
  ]);
}

/** Everybody who came by a campaign or by an odd way. */
export function guestStories(calendar: DemoCalendar): GuestStory[] {
  return [...invited, ...thresholdGuests(thresholdMonth(calendar)), ...burst(calendar), ...lookAlikes(calendar), ...latest(calendar)];
}
