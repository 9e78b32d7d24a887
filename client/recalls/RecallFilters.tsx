import { TextInput } from 'react-admin';
import { recallChannels, recallRefusalCodes } from '#contract/recalls';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const recallFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="outcome" source="outcome" group="recallOutcome" values={['accepted', 'refused']} />,
  <ChoiceFilter key="refusal" source="refusal" group="recallRefusal" values={recallRefusalCodes} />,
  <ChoiceFilter key="via" source="via" group="recallVia" values={recallChannels} />,
  <FromDayFilter key="from" source="attempted_at_gte" />,
  <ToDayFilter key="to" source="attempted_at_lt" />,
  <TextInput key="uid" source="uid" />,
  <TextInput key="inviter_uid" source="inviter_uid" />,
  <TextInput key="inviter_code" source="inviter_code" />,
];

export const recallPresets: readonly Preset[] = [
  { name: 'list.all', filter: {} },
  { name: 'recalls.preset.accepted', filter: { outcome: 'accepted' } },
  { name: 'recalls.preset.refused', filter: { outcome: 'refused' } },
  { name: 'recalls.preset.notConfirmed', filter: { refusal: 'not_confirmed' } },
];
