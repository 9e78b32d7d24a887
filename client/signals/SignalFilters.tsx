import { TextInput } from 'react-admin';
import { signalKinds } from '#contract/signals';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const signalFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <TextInput key="month" source="month" placeholder="2026-03" alwaysOn />,
  <ChoiceFilter key="kind" source="kind" group="signalKind" values={signalKinds} alwaysOn />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
];
