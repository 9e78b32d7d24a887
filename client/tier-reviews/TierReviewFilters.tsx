import { TextInput } from 'react-admin';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const tierReviewFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter
    key="state"
    source="state"
    group="state"
    values={['pending', 'approved', 'rejected', 'superseded', 'withdrawn']}
  />,
  <ChoiceFilter key="programme" source="programme" group="programme" values={['referral', 'partner']} />,
  <TextInput key="month" source="month" placeholder="2026-03" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="decided_by" source="decided_by" />,
];

export const tierReviewPresets: readonly Preset[] = [
  { name: 'reviews.preset.pending', filter: { state: 'pending' } },
  { name: 'reviews.preset.overdue', filter: { state: 'pending', overdue: true } },
  { name: 'reviews.preset.decided', filter: { state: ['approved', 'rejected'] } },
  { name: 'reviews.preset.all', filter: {} },
];
