import CancelIcon from '@mui/icons-material/CancelOutlined';
import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import { Box } from '@mui/material';
import { useText } from '../i18n/useText.ts';

/** Passed, failed, or not asked: a word and an icon, and a colour besides. */
export function CheckOutcome({ passed }: { passed: boolean | null }) {
  const t = useText();
  const Icon = passed === null ? RemoveIcon : passed ? CheckCircleIcon : CancelIcon;
  const color = passed === null ? 'text.secondary' : passed ? 'success.main' : 'error.main';
  return (
    <Box
      component="span"
      sx={{
        color,
        display: 'inline-flex',
        gap: 0.5,
        alignItems: 'center',
        verticalAlign: 'middle',
        whiteSpace: 'nowrap',
      }}
    >
      <Icon fontSize="small" aria-hidden />
      {t(passed === null ? 'explain.notAsked' : passed ? 'explain.passed' : 'explain.failed')}
    </Box>
  );
}
