import { TextInput } from 'react-admin';
import { enrolledChoices, restrictions } from '#contract/affiliates';
import { accountTypes, programmes } from '#contract/rulebooks';
import { ManagerFilter } from '../account-managers/ManagerFilter.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

const upperCase = (text: string) => text.toUpperCase();

export const affiliateFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="programme" source="programme" group="programme" values={programmes} alwaysOn />,
  <ChoiceFilter key="tier" source="tier" group="anyTier" values={[0, 1, 2, 3, 4, 5]} />,
  <ChoiceFilter key="enrolled" source="enrolled" group="enrolled" values={enrolledChoices} />,
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
    { name: 'affiliates.preset.restricted', filter: { restriction: restrictions.filter((one) => one !== 'none') } },
    ...(me ? [{ name: 'managers.mine', filter: { account_manager: me } } as const] : []),
  ];
}
