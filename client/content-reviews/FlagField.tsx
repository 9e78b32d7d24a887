import { Chip } from '@mui/material';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import type { LookAlike } from '#contract/content-reviews';
import { useText } from '../i18n/useText.ts';

/** That something in it can be taken for an official name, and for which. */
export function FlagField({ found }: { found: readonly LookAlike[] }) {
  const t = useText();
  if (found.length === 0) return <span>–</span>;
  const official = [...new Set(found.map(({ resembles }) => resembles))].join(', ');
  return (
    <>
      <Chip color="warning" icon={<WarningIcon />} label={t('content.flagged')} />
      <div>{t('content.resembles', { official })}</div>
    </>
  );
}
