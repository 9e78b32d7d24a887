import { Chip } from '@mui/material';
import type { LabelGroup } from '../i18n/catalogue.ts';
import { useLabel } from '../i18n/useText.ts';
import { toneOf } from './tones.ts';

/** A state as a word in a colour; the word alone says it all. */
export function StateChip({ group, value }: { group: LabelGroup; value: string | null | undefined }) {
  const label = useLabel();
  if (!value) return <span>–</span>;
  return <Chip color={toneOf(value)} label={label(group, value)} />;
}
