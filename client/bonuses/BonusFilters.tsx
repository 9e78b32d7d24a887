import { TextInput } from 'react-admin';
import { bonusStates } from '#contract/bonuses';
import { rewardKinds, sides } from '#contract/campaigns';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const bonusFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="bonusState" values={bonusStates} />,
  <ChoiceFilter key="reward" source="reward" group="rewardKind" values={rewardKinds} />,
  <ChoiceFilter key="side" source="side" group="side" values={sides} />,
  <TextInput key="campaign_code" source="campaign_code" />,
  <TextInput key="campaign_id" source="campaign_id" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="invitee_uid" source="invitee_uid" />,
  <TextInput key="currency" source="currency" parse={(text: string) => text.toUpperCase()} />,
  <FromDayFilter key="earned_at_gte" source="earned_at_gte" />,
  <ToDayFilter key="earned_at_lt" source="earned_at_lt" />,
  <TextInput key="run_id" source="run_id" />,
];

export const bonusPresets: readonly Preset[] = [
  { name: 'bonuses.preset.all', filter: {} },
  { name: 'bonuses.preset.pending', filter: { state: 'pending' } },
  { name: 'bonuses.preset.distributed', filter: { state: 'distributed' } },
  { name: 'bonuses.preset.failed', filter: { state: 'failed' } },
  { name: 'bonuses.preset.reversed', filter: { state: 'reversed' } },
];
