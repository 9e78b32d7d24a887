import { TextInput } from 'react-admin';
import { campaignVersionStates } from '#contract/campaigns';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const campaignVersionFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="campaignVersionState" values={campaignVersionStates} />,
  <TextInput key="campaign_code" source="campaign_code" />,
  <TextInput key="requested_by" source="requested_by" />,
  <TextInput key="decided_by" source="decided_by" />,
];

export const campaignVersionPresets: readonly Preset[] = [
  { name: 'campaignVersions.preset.pending', filter: { state: 'pending' } },
  { name: 'campaignVersions.preset.approved', filter: { state: 'approved' } },
  { name: 'campaignVersions.preset.rejected', filter: { state: 'rejected' } },
  { name: 'campaignVersions.preset.all', filter: {} },
];
