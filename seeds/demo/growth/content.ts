import type { NewContentReview, ContentReasonCode } from '../../../server/content-reviews/contract.ts';
import { dayStart } from '../../../server/calendar.ts';
import { timeOfDay } from '../calendar.ts';
import type { DemoCalendar } from '../calendar.ts';
import type { DemoPerson, DemoStep } from '../steps.ts';

interface Submission extends Omit<NewContentReview, 'affiliate_uid'> {
  who: string;
  by: DemoPerson;
  ago: number;
  decided?: { ago: number; by: 'compliance' | 'compliance2'; reason?: ContentReasonCode; comment: string };
}

/** What affiliates wanted to use (CAM-5): clean, like ours, and in breach. */
const submissions: readonly Submission[] = [
  {
    who: 'podcast', by: 'support', ago: 11, url: 'https://bolso-aberto.example.com/episodios/58', channel: 'Podcast "Bolso Aberto"',
    text: 'This episode is supported by an exchange. Crypto assets can lose all their value. The link is in the notes; we get a share of the fees.',
    decided: { ago: 10, by: 'compliance', comment: 'Risk notice and disclosure are both there.' },
  },
  {
    who: 'second-try', by: 'operations', ago: 8, url: 'https://rendement-garanti.example.net/offre', channel: 'Landing page',
    text: '4 % per month, guaranteed by the exchange! Join 2,000 happy investors. Only this week without any risk.',
    decided: { ago: 7, by: 'compliance', reason: 'fraudulent_or_misleading', comment: 'Promises a fixed return in our name, with our logo.' },
  },
  {
    who: 'media-house', by: 'operations2', ago: 6, url: 'https://ads.example.com/preview/88213', channel: 'Search engine ads',
    text: 'Binance sign up – official partner – 20 % off all fees. Ad group "brand", AE, TR, BR.',
    decided: { ago: 5, by: 'compliance2', reason: 'unauthorised_advertising', comment: 'Ads on our brand name; the terms exclude them (5.4).' },
  },
  {
    who: 'five-friends', by: 'support', ago: 5, url: 'https://meetup.example.org/lagos-wallets', channel: 'Meetup page',
    text: 'An evening about wallets: what a seed phrase is, how to spot a fake app. Bring your questions. A link to register is handed out at the door.',
    decided: { ago: 4, by: 'compliance', comment: 'Teaches rather than sells; the hand-out was attached.' },
  },
  {
    who: 'coupon-board', by: 'operations', ago: 4, url: 'https://binance.bonus-codes.example.net/join', channel: '@binance_bonus_vn',
    text: 'Official code: register today and receive 100 USDT at once. Share with ten friends to unlock.',
  },
  {
    who: 'deal-forum', by: 'operations2', ago: 3, url: 'https://b\u0456nance-firsat.example.com/kayit', channel: 'Forum thread',
    text: 'Deposit 100, trade 1000, close the account. Step by step with pictures, see binnance-firsat.com for the list.',
  },
  {
    who: 'newsletter', by: 'support', ago: 2, url: 'https://haftalik.example.org/bulten/114', channel: 'Newsletter, 12,000 readers',
    text: 'What changed in fees this month, in a table. At the end: the exchange I use, with my link. I earn on your fees; you pay nothing more.',
  },
  {
    who: 'trading-school', by: 'support', ago: 1, url: 'https://school.example.org/week-4-exchanges', channel: 'Course slides',
    text: 'Week 4: comparing exchanges. Fees, custody, complaints. Slide 12 has our link, marked as advertising.',
  },
];

/** Handed in by staff for the affiliates, and what compliance said. */
export function contentSteps(calendar: DemoCalendar, uidOf: (key: string) => string): DemoStep[] {
  const on = (ago: number, ms: number): number => dayStart(calendar.ago(ago)) + ms;
  return submissions.flatMap(({ who, by, ago, decided, ...content }, place) => {
    const affiliate_uid = uidOf(who);
    const handed: DemoStep = { at: on(ago, timeOfDay(13, 6 * place)), by, step: 'submit-content', content: { affiliate_uid, ...content } };
    if (!decided) return [handed];
    const { reason, comment } = decided;
    const decision = reason === undefined ? { verb: 'approve' as const, comment } : { verb: 'reject' as const, reason_code: reason, comment };
    return [handed, { at: on(decided.ago, timeOfDay(15, 7 * place)), by: decided.by, step: 'decide-content', affiliate_uid, url: content.url, decision }];
  });
}
