import { BooleanInput, TextInput } from 'react-admin';
import { decisionKinds, decisionOutcomes } from '#contract/decisions';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const decisionFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <FromDayFilter key="from" source="decided_at_gte" alwaysOn />,
  <ToDayFilter key="to" source="decided_at_lt" alwaysOn />,
  <ChoiceFilter key="kind" source="kind" group="decisionKind" values={decisionKinds} alwaysOn />,
  <ChoiceFilter key="outcome" source="outcome" group="decisionOutcome" values={decisionOutcomes} />,
  <TextInput key="decided_by" source="decided_by" />,
  <TextInput key="requested_by" source="requested_by" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <BooleanInput key="own" source="own" />,
];

export const decisionPresets: readonly Preset[] = [
  { name: 'list.all', filter: {} },
  { name: 'oversight.decisions.preset.twoPeople', filter: { kind: 'status-changes' } },
  { name: 'oversight.decisions.preset.feed', filter: { outcome: 'feed' } },
  { name: 'oversight.decisions.preset.own', filter: { own: true } },
];
