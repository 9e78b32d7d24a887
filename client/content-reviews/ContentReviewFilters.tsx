import { BooleanInput, TextInput } from 'react-admin';
import { contentReasonCodes, contentReviewStates } from '#contract/content-reviews';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const contentFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={contentReviewStates} />,
  <BooleanInput key="look_alike" source="look_alike" />,
  <ChoiceFilter key="reason_code" source="reason_code" group="contentReason" values={contentReasonCodes} />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="requested_by" source="requested_by" />,
  <TextInput key="decided_by" source="decided_by" />,
];

export const contentPresets: readonly Preset[] = [
  { name: 'content.preset.pending', filter: { state: 'pending' } },
  { name: 'content.preset.flagged', filter: { state: 'pending', look_alike: true } },
  { name: 'content.preset.approved', filter: { state: 'approved' } },
  { name: 'content.preset.rejected', filter: { state: 'rejected' } },
  { name: 'content.preset.all', filter: {} },
];
