import { TextInput } from 'react-admin';
import { audiences, campaignKinds, campaignStates } from '#contract/campaigns';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const campaignFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="campaignState" values={campaignStates} />,
  <ChoiceFilter key="kind" source="kind" group="campaignKind" values={campaignKinds} />,
  <ChoiceFilter key="audience" source="audience" group="audience" values={audiences} />,
  <TextInput key="currency" source="currency" parse={(text: string) => text.toUpperCase()} />,
  <FromDayFilter key="starts_at_gte" source="starts_at_gte" />,
  <ToDayFilter key="starts_at_lt" source="starts_at_lt" />,
  <FromDayFilter key="ends_at_gte" source="ends_at_gte" />,
  <ToDayFilter key="ends_at_lt" source="ends_at_lt" />,
  <TextInput key="created_by" source="created_by" />,
];

export const campaignPresets: readonly Preset[] = [
  { name: 'campaigns.preset.all', filter: {} },
  { name: 'campaigns.preset.active', filter: { state: 'active' } },
  { name: 'campaigns.preset.scheduled', filter: { state: 'scheduled' } },
  { name: 'campaigns.preset.paused', filter: { state: 'paused' } },
  { name: 'campaigns.preset.drafts', filter: { state: 'draft' } },
  { name: 'campaigns.preset.ended', filter: { state: 'ended' } },
];
