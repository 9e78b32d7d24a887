import TimerIcon from '@mui/icons-material/TimerOutlined';
import { Chip } from '@mui/material';
import type { StatusChangeRow } from '#contract/status-changes';
import { useText } from '../i18n/useText.ts';
import { hoursLeft } from './holding.ts';

const SOON_HOURS = 24;

/** How long a freeze still holds without a second person; in its last day it says so in colour, too (STA-8). */
export function HoldsField({ change }: { change: StatusChangeRow }) {
  const t = useText();
  const left = hoursLeft(change);
  if (left === null) return <span>–</span>;
  const words = left < 0 ? t('changes.lapsed') : t('changes.hoursLeft', { smart_count: left });
  if (left >= SOON_HOURS) return <span>{words}</span>;
  return <Chip color="error" icon={<TimerIcon />} label={words} />;
}
