import { TextInput } from 'react-admin';
import { reasonCodes, statusChangeKinds, statusChangeStates } from '#contract/status-changes';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { ToDayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { minePresets } from '../decisions/mine.ts';
import type { Decider } from '#contract/live';

export const statusChangeFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={statusChangeStates} />,
  <ChoiceFilter key="kind" source="kind" group="changeKind" values={statusChangeKinds} />,
  <ChoiceFilter key="reason_code" source="reason_code" group="reasonCode" values={reasonCodes} />,
  <ChoiceFilter key="source" source="source" group="source" values={['staff', 'feed']} />,
  <ToDayFilter key="holds_until_lt" source="holds_until_lt" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="requested_by" source="requested_by" />,
  <TextInput key="decided_by" source="decided_by" />,
];

/** Ready filters: what waits for this person, what they asked for, and all. */
export function statusChangePresets(me: Decider): Preset[] {
  const { role, name } = me;
  const asks = role !== 'admin';
  return [
    ...minePresets('status-changes', me),
    { name: 'changes.preset.pending', filter: { state: 'pending' } },
    ...(asks ? [{ name: 'changes.preset.asked', filter: { requested_by: name } } as const] : []),
    { name: 'changes.preset.lapsing', filter: { state: 'pending', kind: 'freeze' } },
    { name: 'changes.preset.applied', filter: { state: 'applied' } },
    { name: 'changes.preset.all', filter: {} },
  ];
}
