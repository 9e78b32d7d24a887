import { TextInput } from 'react-admin';
import { recordKinds, recordStatuses, zeroReasons } from '#contract/commissions';
import { families, products, programmes } from '#contract/rulebooks';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { DayFilter, FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const commissionFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <FromDayFilter key="from" source="executed_at_gte" alwaysOn />,
  <ToDayFilter key="to" source="executed_at_lt" alwaysOn />,
  <TextInput key="inviter_uid" source="inviter_uid" />,
  <TextInput key="invitee_uid" source="invitee_uid" />,
  <DayFilter key="run_day" source="run_day" />,
  <ChoiceFilter key="reason" source="reason" group="reason" values={zeroReasons} />,
  <ChoiceFilter key="status" source="status" group="status" values={recordStatuses} />,
  <ChoiceFilter key="programme" source="programme" group="programme" values={programmes} />,
  <ChoiceFilter key="product" source="product" group="product" values={products} />,
  <ChoiceFilter key="family" source="family" group="family" values={families} />,
  <ChoiceFilter key="kind" source="kind" group="recordKind" values={recordKinds} />,
  <TextInput key="currency" source="currency" />,
  <DayFilter key="open_on" source="open_on" />,
  <DayFilter key="in_batch_on" source="in_batch_on" />,
  <DayFilter key="owed_on" source="owed_on" />,
  <TextInput key="payout_line_id" source="payout_line_id" />,
];
