import HandIcon from '@mui/icons-material/PanToolOutlined';
import { Chip } from '@mui/material';
import type { ClaimRow } from '#contract/claims';
import { useDecider } from '../auth/useDecider.ts';
import { useText } from '../i18n/useText.ts';

/** Who has a case in hand, in words; let lie for too long, in words and colour. */
export function ClaimMark({ claim: { holder, overdue } }: { claim: ClaimRow }) {
  const t = useText();
  const me = useDecider();
  const mine = holder === me?.name;
  const who = holder.split('@')[0] ?? holder;
  const said = overdue ? t('worklist.leftLying', { who }) : mine ? t('worklist.mine') : t('worklist.heldBy', { who });
  return (
    <Chip
      size="small"
      icon={<HandIcon />}
      label={said}
      title={holder}
      color={overdue ? 'warning' : mine ? 'primary' : 'default'}
      variant="outlined"
    />
  );
}
