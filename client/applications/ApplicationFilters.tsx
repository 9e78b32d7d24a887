import { TextInput } from 'react-admin';
import { applicationStates } from '#contract/applications';
import { accountTypes, kycLevels } from '#contract/rulebooks';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const applicationFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={applicationStates} />,
  <ChoiceFilter key="source" source="source" group="source" values={['staff', 'feed']} />,
  <TextInput key="uid" source="uid" />,
  <TextInput key="country" source="country" parse={(text: string) => text.toUpperCase()} />,
  <ChoiceFilter key="account_type" source="account_type" group="accountType" values={accountTypes} />,
  <ChoiceFilter key="kyc_level" source="kyc_level" group="kyc" values={kycLevels} />,
  <TextInput key="requested_by" source="requested_by" />,
  <TextInput key="decided_by" source="decided_by" />,
];

export const applicationPresets: readonly Preset[] = [
  { name: 'applications.preset.pending', filter: { state: 'pending' } },
  { name: 'applications.preset.feed', filter: { state: 'pending', source: 'feed' } },
  { name: 'applications.preset.approved', filter: { state: 'approved' } },
  { name: 'applications.preset.rejected', filter: { state: 'rejected' } },
  { name: 'applications.preset.all', filter: {} },
];
