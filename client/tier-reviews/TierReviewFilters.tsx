import { TextInput } from 'react-admin';
import type { Decider } from '#contract/live';
import { tieredProgrammes } from '#contract/rulebooks';
import { tierReviewStates } from '#contract/tier-reviews';
import { minePresets } from '../decisions/mine.ts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const tierReviewFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={tierReviewStates} />,
  <ChoiceFilter key="programme" source="programme" group="programme" values={tieredProgrammes} />,
  <TextInput key="month" source="month" placeholder="2026-03" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="decided_by" source="decided_by" />,
];

/** Nobody asks for a review: who decides any, decides all that wait. */
export function tierReviewPresets(me: Decider | null): Preset[] {
  const mine = minePresets('tier-reviews', me);
  return [
    ...(mine.length > 0 ? mine : [{ name: 'reviews.preset.pending', filter: { state: 'pending' } } as const]),
    { name: 'reviews.preset.overdue', filter: { state: 'pending', overdue: true } },
    { name: 'reviews.preset.decided', filter: { state: ['approved', 'rejected'] } },
    { name: 'reviews.preset.all', filter: {} },
  ];
}
