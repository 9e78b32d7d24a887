import { SearchInput, TextInput } from 'react-admin';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/SavedFilters.tsx';

const accountTypes = ['normal', 'broker', 'institutional', 'market_maker', 'collaborator'];
const restrictions = ['none', 'restricted', 'frozen', 'suspended'];

const upperCase = (text: string) => text.toUpperCase();

export const affiliateFilters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <ChoiceFilter
    key="programme"
    source="programme"
    group="programme"
    values={['referral', 'partner', 'pro']}
    alwaysOn
  />,
  <ChoiceFilter key="tier" source="tier" group="anyTier" values={[0, 1, 2, 3, 4, 5]} />,
  <ChoiceFilter key="enrolled" source="enrolled" group="enrolled" values={['open', 'ended']} />,
  <ChoiceFilter key="account_type" source="account_type" group="accountType" values={accountTypes} />,
  <ChoiceFilter key="restriction" source="restriction" group="restriction" values={restrictions} />,
  <TextInput key="country" source="country" parse={upperCase} />,
  <TextInput key="referral_code" source="referral_code" />,
];

export const affiliatePresets: readonly Preset[] = [
  { name: 'list.all', filter: {} },
  { name: 'affiliates.preset.open', filter: { enrolled: 'open' } },
  { name: 'affiliates.preset.ended', filter: { enrolled: 'ended' } },
  { name: 'affiliates.preset.restricted', filter: { restriction: ['restricted', 'frozen', 'suspended'] } },
];
