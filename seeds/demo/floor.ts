import { addMonths, dayStart, formatInstant, monthStart } from '../../server/calendar.ts';
import { fullMonths, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import type { DemoPerson, DemoStep, RecordStep, StandingStep } from './steps.ts';

type UidOf = (key: string) => string;
type Step = StandingStep | RecordStep;

/** What the staff asked for, decided and wrote down in the last days, told in days before the first start. */
export function floorSteps(calendar: DemoCalendar, uidOf: UidOf): DemoStep[] {
  const on = (ago: number, ms: number, by: DemoPerson, step: Step): DemoStep => (
    { at: dayStart(calendar.ago(ago)) + ms, by, ...step }
  );
  return [standing, freezes, records, boosts, notes].flatMap((tell) => tell(calendar, uidOf, on));
}

type Telling = (
  calendar: DemoCalendar, uidOf: UidOf, on: (ago: number, ms: number, by: DemoPerson, step: Step) => DemoStep,
) => DemoStep[];

const ticket = (number: number): string => `https://tickets.example.org/AFF-${number}`;

/** Suspend, restrict, account type, leave: one of each way that a request can go (STA-8). */
const standing: Telling = (calendar, uidOf, on) => [
  on(8, timeOfDay(9, 12), 'operations2', {
    step: 'ask-change', affiliate_uid: uidOf('patient'), kind: 'account_type', to: 'broker', reason_code: 'correction',
    text: 'The account manager says that the licence was issued two weeks ago and the account type was never changed.',
    evidence: [ticket(2187)], effective_at: formatInstant(dayStart(calendar.ago(12))),
  }),
  on(7, timeOfDay(10, 40), 'compliance', {
    step: 'decide-change', verb: 'reject', affiliate_uid: uidOf('patient'), kind: 'account_type',
    comment: 'The licence names another legal person; this account stays as it is.',
  }),
  on(6, timeOfDay(11, 5), 'operations', {
    step: 'ask-change', affiliate_uid: uidOf('second-try'), kind: 'restrict', reason_code: 'suspected_terms_breach',
    text: 'A landing page promises a fixed return and carries our logo. No new campaigns until it is taken down.',
    evidence: ['https://archive.example.org/landing-page-return', ticket(2203)],
  }),
  on(6, timeOfDay(13, 38), 'operations2', {
    step: 'decide-change', verb: 'approve', affiliate_uid: uidOf('second-try'), kind: 'restrict',
    comment: 'Seen; the page is still up. He was written to today.',
  }),
  on(5, timeOfDay(9, 41), 'support', {
    step: 'ask-change', affiliate_uid: uidOf('video-channel'), kind: 'leave', reason_code: 'user_request',
    text: 'He closes the channel and asks to be taken out of the programme.', evidence: [ticket(2214)],
  }),
  on(5, timeOfDay(11, 26), 'support', {
    step: 'decide-change', verb: 'cancel', affiliate_uid: uidOf('video-channel'), kind: 'leave',
    comment: 'Called back: it was a second channel that he closes, this one goes on.',
  }),
  on(3, timeOfDay(14, 17), 'support', {
    step: 'ask-change', affiliate_uid: uidOf('one-cent-short'), kind: 'leave', reason_code: 'user_request',
    text: 'She takes up work with another exchange and wants to leave at the end of her notice.', evidence: [ticket(2230)],
    effective_at: formatInstant(dayStart(calendar.ago(-5))),
  }),
  on(2, timeOfDay(9, 3), 'operations', {
    step: 'decide-change', verb: 'approve', affiliate_uid: uidOf('one-cent-short'), kind: 'leave',
    comment: 'Confirmed in writing; what accrues until then is paid.',
  }),
  on(2, timeOfDay(10, 32), 'operations2', {
    step: 'ask-change', affiliate_uid: uidOf('media-house'), kind: 'suspend', reason_code: 'suspected_terms_breach',
    text: 'Ads on a search engine under our brand name, in three countries, after a warning in writing (terms, 5.4).',
    evidence: ['https://archive.example.org/brand-ads-screens', ticket(2238)],
  }),
];

/** A freeze that held between a batch and its release and lapsed; one that was approved and is to be lifted; one that holds now. */
const freezes: Telling = (_calendar, uidOf, on) => [
  on(9, timeOfDay(8, 50), 'compliance', {
    step: 'ask-change', affiliate_uid: uidOf('slow-burner'), kind: 'freeze', reason_code: 'suspected_law_breach',
    text: 'An authority asks for data on two of the invitees. No payout until its letter is answered.',
    evidence: [ticket(2179)],
  }),
  on(9, timeOfDay(10, 22), 'compliance2', {
    step: 'decide-change', verb: 'approve', affiliate_uid: uidOf('slow-burner'), kind: 'freeze',
    comment: 'The letter is genuine; the case number was checked by telephone.',
  }),
  on(6, timeOfDay(1, 52), 'support', {
    step: 'ask-change', affiliate_uid: uidOf('newsletter'), kind: 'freeze', reason_code: 'other',
    text: 'Writes that somebody has changed his e-mail address. Hold the payout of this night until he is reached.',
    evidence: [ticket(2199)],
  }),
  on(1, timeOfDay(11, 44), 'compliance', {
    step: 'ask-change', affiliate_uid: uidOf('slow-burner'), kind: 'lift', reason_code: 'cleared',
    text: 'The authority has closed its inquiry; neither invitee is accused of anything.', evidence: [ticket(2179)],
  }),
  on(1, timeOfDay(15, 20), 'support', {
    step: 'ask-change', affiliate_uid: uidOf('five-friends'), kind: 'freeze', reason_code: 'suspected_law_breach',
    text: 'Reports a stolen telephone and two withdrawals that were not hers. The next payout must not leave.',
    evidence: [ticket(2251)],
  }),
];

/** Reversals and a correction (PAY-4, PAY-6); those that the system asks for come by the late facts themselves. */
const records: Telling = (_calendar, uidOf, on) => [
  on(4, timeOfDay(10, 8), 'operations', {
    step: 'ask-reversal', affiliate_uid: uidOf('shooting-star'), of: 'largest_paid', reason_code: 'suspected_terms_breach',
    text: 'Buyer and seller of this trade are the same person with two accounts, as the market surveillance found.',
  }),
  on(3, timeOfDay(9, 15), 'compliance', {
    step: 'approve-reversal', affiliate_uid: uidOf('shooting-star'),
    comment: 'Finding 88 of the market surveillance bears it out.',
  }),
  on(6, timeOfDay(9, 50), 'operations2', {
    step: 'ask-reversal', affiliate_uid: uidOf('video-channel'), of: 'bonus', reason_code: 'suspected_terms_breach',
    text: 'The invitee behind this bonus registered with the documents of somebody else, as the identity checks found.',
  }),
  on(5, timeOfDay(14, 12), 'compliance2', {
    step: 'approve-reversal', affiliate_uid: uidOf('video-channel'), comment: 'Case 412 of the identity checks; the account is closed.',
  }),
  on(2, timeOfDay(10, 15), 'operations2', {
    step: 'ask-correction', affiliate_uid: uidOf('returner'), of: 'shortfall', reason_code: 'correction',
    text: 'The VIP level of the invitee had ended before this trade; the exchange told us three days late.',
  }),
  on(1, timeOfDay(13, 2), 'operations', {
    step: 'ask-reversal', affiliate_uid: uidOf('forgotten'), of: 'newest', reason_code: 'correction',
    text: 'The exchange has cancelled this trade on its side; the cancellation does not come by any feed.',
  }),
];

/** One boost that protects now, one that waits for a second person (TIE-9). */
const boosts: Telling = (calendar, uidOf, on) => {
  const first = (months: number): string => formatInstant(monthStart(addMonths(calendar.month(fullMonths), months)));
  return [
    on(9, timeOfDay(13, 30), 'operations', {
      step: 'ask-boost', affiliate_uid: uidOf('keeps-advanced'), from: formatInstant(dayStart(calendar.ago(7))), to: first(2),
      text: 'Moves its clients to a new platform; agreed with the head of partners that the level is kept meanwhile.',
    }),
    on(8, timeOfDay(14, 5), 'operations2', {
      step: 'approve-boost', affiliate_uid: uidOf('keeps-advanced'), comment: 'The agreement is in the contract file.',
    }),
    on(1, timeOfDay(16, 10), 'operations2', {
      step: 'ask-boost', affiliate_uid: uidOf('two-steps-down'), from: first(1), to: first(4),
      text: 'New sales team from next month on; three months to win back the clients that left with the old one.',
    }),
  ];
};

const notes: Telling = (_calendar, uidOf, on) => [
  on(7, timeOfDay(14, 31), 'support', {
    step: 'note', about: { line: 'failed' }, affiliate_uid: uidOf('video-channel'), kind: 'note',
    text: 'The spot wallet was locked after a lost second factor; unlocked today at noon, so the next file should go through.',
  }),
  on(6, timeOfDay(10, 12), 'support', {
    step: 'note', about: 'affiliate', affiliate_uid: uidOf('climber'), kind: 'feedback',
    text: 'Would like to see on the day itself which of his invitees have reached VIP 3, not only in the payout.',
  }),
  on(4, timeOfDay(16, 48), 'operations', {
    step: 'note', about: 'affiliate', affiliate_uid: uidOf('newsletter'), kind: 'note',
    text: 'Reached by telephone: his own change of address, the freeze may lapse. The held payout goes with the next batch.',
  }),
  on(1, timeOfDay(9, 25), 'operations', {
    step: 'note', about: 'suspension', affiliate_uid: uidOf('media-house'), kind: 'note',
    text: 'Their agency answered: the ads were booked by a reseller and end this week. Compliance wants that in writing.',
  }),
];
