import CancelIcon from '@mui/icons-material/CancelOutlined';
import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box } from '@mui/material';
import { useLocale } from 'react-admin';
import { groupDecimal, signOf } from '../fields/decimal.ts';
import { useText } from '../i18n/useText.ts';

/** Whether a condition is met and by how much: in words, with a sign and an icon, and in a colour besides. */
export function Met({ met, margin, unit = '' }: { met: boolean; margin: string; unit?: string }) {
  const t = useText();
  const locale = useLocale() ?? 'en';
  const amount = `${groupDecimal(margin.replace('-', ''), locale)} ${unit}`.trim();
  const Icon = met ? CheckCircleIcon : CancelIcon;
  const key = met ? (signOf(margin) === 0 ? 'reviews.justMet' : 'reviews.over') : 'reviews.short';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        verticalAlign: 'middle',
        color: met ? 'success.main' : 'error.main',
      }}
    >
      <Icon fontSize="small" aria-hidden />
      {t(key, { amount })}
    </Box>
  );
}
