import { TextInput } from 'react-admin';
import { inviterChannels } from '#contract/feeds';
import { bindingKinds } from '#contract/referrals';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const referralFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <FromDayFilter key="from" source="bound_at_gte" />,
  <ToDayFilter key="to" source="bound_at_lt" />,
  <TextInput key="inviter_uid" source="inviter_uid" />,
  <ChoiceFilter key="kind" source="kind" group="bindingKind" values={bindingKinds} />,
  <ChoiceFilter key="channel" source="channel" group="channel" values={inviterChannels} />,
  <TextInput key="country" source="country" parse={(text: string) => text.toUpperCase()} />,
  <TextInput key="registered_country" source="registered_country" parse={(text: string) => text.toUpperCase()} />,
  <TextInput key="traded" source="traded" />,
];
