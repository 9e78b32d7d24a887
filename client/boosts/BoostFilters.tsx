import { TextInput } from 'react-admin';
import { boostStates } from '#contract/boosts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const boostFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={boostStates} />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="requested_by" source="requested_by" />,
];

export const boostPresets: readonly Preset[] = [
  { name: 'boosts.preset.all', filter: {} },
  { name: 'boosts.preset.pending', filter: { state: 'pending' } },
  { name: 'boosts.preset.approved', filter: { state: 'approved' } },
];
