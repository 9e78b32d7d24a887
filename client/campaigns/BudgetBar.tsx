import { Box, Tooltip, Typography } from '@mui/material';
import { useLocale } from 'react-admin';
import type { CampaignRow } from '#contract/campaigns';
import { groupDecimal, percentOf, tablePlaces } from '../fields/decimal.ts';
import { useText } from '../i18n/useText.ts';

export type Budgeted = Pick<CampaignRow, 'budget' | 'committed' | 'distributed' | 'left' | 'currency'>;

/** A budget as a bar: distributed, committed but not yet distributed, left. All of it in words under the pointer. */
export function BudgetBar({ budget, dense = false }: { budget: Budgeted; dense?: boolean }) {
  const t = useText();
  const locale = useLocale() ?? 'en';
  const short = (amount: string) => groupDecimal(amount, locale, tablePlaces(amount));
  const words = {
    distributed: short(budget.distributed),
    committed: short(budget.committed),
    left: short(budget.left),
    budget: short(budget.budget),
    currency: budget.currency,
  };
  const distributed = percentOf(budget.distributed, budget.budget);
  const committed = percentOf(budget.committed, budget.budget);
  return (
    <Box sx={{ minWidth: dense ? 150 : 240, mb: dense ? 0 : 1.5 }}>
      <Tooltip title={t('campaigns.bar', words)} describeChild={false}>
        <Box
          role="img"
          aria-label={t('campaigns.bar', words)}
          sx={{ display: 'flex', height: dense ? 8 : 14, borderRadius: 1, overflow: 'hidden', border: 1, borderColor: 'text.secondary' }}
        >
          <Box sx={{ width: `${distributed}%`, bgcolor: 'success.main' }} />
          <Box sx={{ width: `${committed - distributed}%`, bgcolor: 'warning.main' }} />
        </Box>
      </Tooltip>
      <Typography variant="body2" color="textSecondary">
        {t('campaigns.leftOf', words)}
      </Typography>
    </Box>
  );
}
