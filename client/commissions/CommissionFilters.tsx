import { TextInput } from 'react-admin';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { DayFilter, FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';

const reasons = [
  'not_activated',
  'enrolment_ended',
  'suspended',
  'window_expired',
  'product_not_covered',
  'api_trade',
  'vip_excluded',
  'region_restricted',
  'no_net_fee',
];
const products = ['spot', 'margin', 'futures_usdt', 'futures_coin', 'onchain', 'copy', 'strategy', 'mining'];

export const commissionFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <FromDayFilter key="from" source="executed_at_gte" alwaysOn />,
  <ToDayFilter key="to" source="executed_at_lt" alwaysOn />,
  <TextInput key="inviter_uid" source="inviter_uid" />,
  <TextInput key="invitee_uid" source="invitee_uid" />,
  <DayFilter key="run_day" source="run_day" />,
  <ChoiceFilter key="reason" source="reason" group="reason" values={reasons} />,
  <ChoiceFilter key="status" source="status" group="status" values={['zero', 'open', 'held', 'in_batch', 'paid']} />,
  <ChoiceFilter key="programme" source="programme" group="programme" values={['referral', 'partner', 'pro']} />,
  <ChoiceFilter key="product" source="product" group="product" values={products} />,
  <ChoiceFilter key="family" source="family" group="family" values={['spot_margin', 'futures', 'mining']} />,
  <ChoiceFilter
    key="kind"
    source="kind"
    group="recordKind"
    values={['commission', 'reversal', 'correction', 'bonus']}
  />,
  <TextInput key="currency" source="currency" />,
  <DayFilter key="open_on" source="open_on" />,
  <DayFilter key="in_batch_on" source="in_batch_on" />,
  <DayFilter key="owed_on" source="owed_on" />,
  <TextInput key="payout_line_id" source="payout_line_id" />,
];
