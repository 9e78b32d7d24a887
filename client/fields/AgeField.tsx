import ScheduleIcon from '@mui/icons-material/Schedule';
import { Chip } from '@mui/material';
import { useText } from '../i18n/useText.ts';

/** How long something has been waiting, in whole days; what waits too long says so in words (TIE-5). */
export function AgeField({ days, overdue }: { days: number; overdue: boolean }) {
  const t = useText();
  const age = t('age.days', { smart_count: days });
  if (!overdue) return <span>{age}</span>;
  return <Chip color="error" icon={<ScheduleIcon />} label={t('age.overdue', { age })} />;
}
