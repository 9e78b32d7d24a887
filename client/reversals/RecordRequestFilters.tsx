import { TextInput } from 'react-admin';
import { recordRequestStates } from '#contract/reversals';
import { reasonCodes } from '#contract/status-changes';
import { minePresets } from '../decisions/mine.ts';
import type { Decider } from '#contract/live';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';
import type { RecordRequests } from './recordRequests.ts';

export const recordRequestFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={recordRequestStates} />,
  <ChoiceFilter key="source" source="source" group="source" values={['staff', 'system']} />,
  <ChoiceFilter key="reason_code" source="reason_code" group="reasonCode" values={reasonCodes} />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="record_id" source="record_id" />,
  <TextInput key="currency" source="currency" />,
  <TextInput key="requested_by" source="requested_by" />,
  <TextInput key="decided_by" source="decided_by" />,
];

/** Ready filters; those of reversals also tell what the system asks for (STA-10). */
export function recordRequestPresets(resource: RecordRequests, me: Decider, mayAsk: boolean): Preset[] {
  return [
    ...minePresets(resource, me),
    { name: 'recordRequests.preset.pending', filter: { state: 'pending' } },
    ...(resource === 'reversals'
      ? [{ name: 'recordRequests.preset.system', filter: { state: 'pending', source: 'system' } } as const]
      : []),
    ...(mayAsk ? [{ name: 'recordRequests.preset.mine', filter: { requested_by: me.name } } as const] : []),
    { name: 'recordRequests.preset.approved', filter: { state: 'approved' } },
    { name: 'recordRequests.preset.all', filter: {} },
  ];
}
