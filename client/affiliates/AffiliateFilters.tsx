import { TextInput } from 'react-admin';
import { ManagerFilter } from '../account-managers/ManagerFilter.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

const accountTypes = ['normal', 'broker', 'institutional', 'market_maker', 'collaborator'];
const restrictions = ['none', 'restricted', 'frozen', 'suspended'];

const upperCase = (text: string) => text.toUpperCase();

export const affiliateFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
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
  <ManagerFilter key="account_manager" source="account_manager" />,
];

/** `me`: the e-mail address of who looks, where it is known. */
export function affiliatePresets(me: string | null): Preset[] {
  return [
    { name: 'list.all', filter: {} },
    { name: 'affiliates.preset.open', filter: { enrolled: 'open' } },
    { name: 'affiliates.preset.ended', filter: { enrolled: 'ended' } },
    { name: 'affiliates.preset.restricted', filter: { restriction: ['restricted', 'frozen', 'suspended'] } },
    ...(me ? [{ name: 'managers.mine', filter: { account_manager: me } } as const] : []),
  ];
}
