import { dayStart } from '../../../server/calendar.ts';
import { timeOfDay } from '../calendar.ts';
import type { DemoCalendar } from '../calendar.ts';
import type { DemoPerson, DemoStep } from '../steps.ts';

interface Given {
  who: string;
  manager: DemoPerson;
  ago: number;
  by: DemoPerson;
  reason: string;
}

/** Who looks after whom (ENR-8); one was handed over. */
const managers: readonly Given[] = [
  { who: 'media-house', manager: 'operations2', ago: 90, by: 'operations', reason: 'Large accounts of the Gulf go to the person who speaks with their agencies.' },
  { who: 'to-gold', manager: 'operations', ago: 88, by: 'operations', reason: 'Partners from Silver on have a person of their own.' },
  { who: 'keeps-advanced', manager: 'operations', ago: 87, by: 'operations2', reason: 'Moves to a new platform, with many questions until it is done.' },
  { who: 'newsletter', manager: 'operations2', ago: 60, by: 'operations', reason: 'Asked for one contact instead of the general mailbox.' },
  { who: 'newsletter', manager: 'support', ago: 9, by: 'operations2', reason: 'Most of what he asks is about single payouts, which support answers.' },
  { who: 'podcast', manager: 'operations', ago: 58, by: 'operations', reason: 'Admitted by application; the first half year is accompanied.' },
  { who: 'trading-school', manager: 'operations', ago: 7, by: 'operations2', reason: 'Admitted by application; the first half year is accompanied.' },
];

const feedback: readonly { who: string; ago: number; by: DemoPerson; text: string }[] = [
  { who: 'media-house', ago: 9, by: 'operations2', text: 'Wants the campaign links with a parameter of their own for each channel; counts them by hand today.' },
  { who: 'podcast', ago: 6, by: 'operations', text: 'Listeners write that the page of the creators campaign is slow on telephones.' },
  { who: 'newsletter', ago: 5, by: 'support', text: 'Would rather be told in the morning which payouts are held, and why, than find out in the evening.' },
];

/** Account managers, and what affiliates told them. */
export function careSteps(calendar: DemoCalendar, uidOf: (key: string) => string): DemoStep[] {
  const on = (ago: number, ms: number): number => dayStart(calendar.ago(ago)) + ms;
  return [
    ...managers.map(({ who, manager, ago, by, reason }): DemoStep => (
      { at: on(ago, timeOfDay(16, 20)), by, step: 'assign-manager', affiliate_uid: uidOf(who), manager, reason }
    )),
    ...feedback.map(({ who, ago, by, text }): DemoStep => (
      { at: on(ago, timeOfDay(17, 2)), by, step: 'note', about: 'affiliate', affiliate_uid: uidOf(who), kind: 'feedback', text }
    )),
  ];
}
