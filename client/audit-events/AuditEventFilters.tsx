import { TextInput } from 'react-admin';
import { roles } from '#contract/policy';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { FromDayFilter, ToDayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { ActionFilter } from './ActionFilter.tsx';

export const auditFilters = [
  <FromDayFilter key="from" source="at_gte" alwaysOn />,
  <ToDayFilter key="to" source="at_lt" alwaysOn />,
  <TextInput key="actor" source="actor" alwaysOn />,
  <ActionFilter key="action" source="action" />,
  <ChoiceFilter key="role" source="role" group="role" values={[...roles, 'system']} />,
  <TextInput key="subject_type" source="subject_type" />,
  <TextInput key="subject_id" source="subject_id" />,
];

export const auditPresets: readonly Preset[] = [
  { name: 'list.all', filter: {} },
  { name: 'audit.preset.decisions', filter: { action: ['tier_review.approved', 'tier_review.rejected'] } },
  { name: 'audit.preset.reveals', filter: { action: 'account.revealed' } },
  { name: 'audit.preset.signIns', filter: { action: ['session.opened', 'session.closed', 'session.refused'] } },
];
