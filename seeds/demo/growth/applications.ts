import { dayStart } from '../../../server/calendar.ts';
import { instantOf, timeOfDay } from '../calendar.ts';
import type { DemoCalendar } from '../calendar.ts';
import { datedId } from '../milestones.ts';
import type { Arrival, DemoStep } from '../steps.ts';
import type { SingleStory } from '../story.ts';

/** Who applied to `pro` and is not admitted, or not yet; the others have stories as affiliates. */
export const applicantStories: SingleStory[] = [
  { key: 'signal-seller', country: 'AE', joins: [9, 6], kyc: 'advanced' },
  { key: 'student-blog', country: 'NL', joins: [10, 3], kyc: 'advanced' },
  { key: 'stream-team', country: 'TR', joins: [7, 15], kyc: 'advanced' },
  { key: 'finance-women', country: 'NG', joins: [8, 9], kyc: 'advanced' },
  { key: 'chart-channel', country: 'VN', joins: [11, 4], kyc: 'basic' },
];

interface Application {
  who: string;
  applied: { at: readonly [number, number] } | { ago: number };
  channels: string;
  audience: string;
  text: string;
  decided?: { at: readonly [number, number] } | { ago: number };
  verb?: 'approve' | 'reject';
  by?: 'operations' | 'operations2';
  comment?: string;
}

const applications: readonly Application[] = [
  {
    who: 'podcast', applied: { at: [8, 9] }, decided: { at: [9, 2] }, verb: 'approve', by: 'operations2',
    channels: 'Podcast "Bolso Aberto", 62 episodes; newsletter with 9,400 subscribers',
    audience: 'Brazil and Portuguese speakers abroad; 25 to 40 years old; savers who start to invest',
    text: 'We have talked about saving and investing every week for two years, never about price targets. We would mention the link at the end of the '
      + 'episodes on wallets and fees, with the risk notice that you require.',
    comment: 'Two years of episodes, the risk notice is in all of them; figures confirmed by screenshots of the host.',
  },
  {
    who: 'signal-seller', applied: { at: [10, 20] }, decided: { at: [11, 3] }, verb: 'reject', by: 'operations',
    channels: 'Paid signal group, about 300 members', audience: 'Members of the group',
    text: 'My members win 9 trades of 10. I bring all of them if the ratio is 50 percent.',
    comment: 'Sells signals with a promised rate of success, which the terms exclude.',
  },
  {
    who: 'student-blog', applied: { ago: 11 }, decided: { ago: 8 }, verb: 'reject', by: 'operations2',
    channels: 'Blog, 40 visitors a day', audience: 'Students in Utrecht',
    text: 'I write about my studies and sometimes about coins. I would like to try the programme.',
    comment: 'Good texts, but hardly any reach yet, and new users from the Netherlands could not be bound (BIN-7).',
  },
  {
    who: 'trading-school', applied: { ago: 10 }, decided: { ago: 8 }, verb: 'approve', by: 'operations',
    channels: 'School with two rooms in Lagos, courses of six weeks; video channel with 31,000 subscribers',
    audience: 'Beginners in Lagos and Ibadan, about 120 a course',
    text: 'The course has a week on exchanges: order types, fees, withdrawal, how to recognise fraud. We compare three exchanges and would name ours as one of them.',
    comment: 'Visited by the regional team in spring; course material read, nothing promised in it.',
  },
  {
    who: 'stream-team', applied: { ago: 5 },
    channels: 'Three streamers, together 210,000 followers; weekly stream on Thursdays', audience: 'Türkiye, 18 to 30, gaming',
    text: 'We play and talk. A sponsor segment of two minutes before the break, with the link below the video. Can we see our figures by streamer?',
  },
  {
    who: 'finance-women', applied: { ago: 3 },
    channels: 'Community "Her Ledger": 14 local groups, meetups every month, a newsletter', audience: 'Women in Nigeria and Ghana, employed, first savings',
    text: 'Our members ask where to buy safely. We would rather send them to one exchange that we know than answer each by herself. Our handbook is attached to the mail.',
  },
  {
    who: 'chart-channel', applied: { ago: 2 },
    channels: 'Channel with daily charts, 18,500 subscribers', audience: 'Vietnam, people who trade daily',
    text: 'Daily analysis in Vietnamese for three years. I have been a customer for a short time only, but my audience has asked for a link since spring.',
  },
];

type When = NonNullable<Application['decided']>;

function dayOf(calendar: DemoCalendar, when: When): string {
  return 'ago' in when ? calendar.ago(when.ago) : calendar.day(when.at);
}

/** The applications feed: each arrives with its day's file. */
export function applicationArrivals(calendar: DemoCalendar, uidOf: (key: string) => string): Arrival<'applications'>[] {
  return applications.map(({ who, applied, channels, audience, text }, place) => {
    const day = dayOf(calendar, applied);
    return {
      day,
      row: { application_id: datedId('AP', day, 1), uid: uidOf(who), applied_at: instantOf(day, timeOfDay(9 + place, 14, 7 * place)), channels, audience, text },
    };
  });
}

/** What operations decided (ENR-6); a month's file may come after its end, so that a decision has waited for it. */
export function applicationSteps(calendar: DemoCalendar, uidOf: (key: string) => string): DemoStep[] {
  return applications.flatMap(({ who, decided, verb, by, comment }, place) => (decided && verb && by && comment
    ? [{ step: 'decide-application' as const, at: dayStart(dayOf(calendar, decided)) + timeOfDay(10, 5 + place), by, uid: uidOf(who), verb, comment }]
    : []));
}
