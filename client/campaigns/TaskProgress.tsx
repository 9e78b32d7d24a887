import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import OpenIcon from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Typography } from '@mui/material';
import { useLocale } from 'react-admin';
import type { CampaignTaskProgress } from '#contract/campaigns';
import { groupDecimal } from '../fields/decimal.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { useCampaignWords } from './campaignWords.ts';

/** One task of one invitee: whether it is reached, and what was measured so far. */
export function TaskProgress({ task }: { task: CampaignTaskProgress }) {
  const t = useText();
  const words = useCampaignWords();
  const measured = useMeasured(task);
  const reached = task.reached_at !== null;
  const Icon = reached ? DoneIcon : OpenIcon;
  const more = [
    ...(measured === null ? [] : [t('campaigns.so', { measured })]),
    ...(reached || task.due_at === null ? [] : [t('campaigns.until', { day: task.due_at.slice(0, 10) })]),
  ];
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start' }}>
      <Icon fontSize="small" color={reached ? 'success' : 'disabled'} titleAccess={t(reached ? 'campaigns.reached' : 'campaigns.notReached')} />
      <span>
        {words.taskShort(task)}
        {more.length > 0 && (
          <Typography component="span" variant="body2" color="textSecondary">
            {` (${more.join(t('word.comma'))})`}
          </Typography>
        )}
      </span>
    </Box>
  );
}

function useMeasured({ task, measured }: CampaignTaskProgress): string | null {
  const label = useLabel();
  const locale = useLocale() ?? 'en';
  if (measured === null || task === 'register') return null;
  return task === 'kyc' ? label('kyc', measured) : groupDecimal(measured, locale);
}
