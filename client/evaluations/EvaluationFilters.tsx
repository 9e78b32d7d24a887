import { TextInput } from 'react-admin';
import { outcomes } from '#contract/evaluations';
import { tieredProgrammes } from '#contract/rulebooks';
import { tierReviewStates } from '#contract/tier-reviews';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';

export const evaluationFilters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <TextInput key="month" source="month" placeholder="2026-03" alwaysOn />,
  <ChoiceFilter key="programme" source="programme" group="programme" values={tieredProgrammes} />,
  <ChoiceFilter key="outcome" source="outcome" group="outcome" values={outcomes} />,
  <ChoiceFilter key="review_state" source="review_state" group="state" values={tierReviewStates} />,
];

export const evaluationPresets: readonly Preset[] = [
  { name: 'list.all', filter: {} },
  { name: 'evaluations.preset.promotions', filter: { outcome: 'promotion' } },
  { name: 'evaluations.preset.demotions', filter: { outcome: 'demotion' } },
];
