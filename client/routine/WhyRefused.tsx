import { Typography } from '@mui/material';
import type { RoutineStep } from '#contract/routine';
import { useMay } from '../auth/access.ts';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';

/** Why a step cannot be done now; of a feed that is not complete, which one and what is lacking (PAY-8). */
export function WhyRefused({ why: { code, details } }: { why: NonNullable<RoutineStep['why']> }) {
  const t = useText();
  const label = useLabel();
  const mayRead = useMay('manifests', 'read');
  const { feed, day, rows, rows_found } = details as Record<string, string | number | undefined>;
  return (
    <Typography component="div" variant="body2" color="error">
      {label('error', code)}
      {code === 'feed_incomplete' && feed && (
        <div>
          {t('routine.lacking', { feed: label('feed', feed), day: day ?? '', found: rows_found ?? '', rows: rows ?? '' })}
        </div>
      )}
      {code === 'feed_incomplete' && feed && mayRead && (
        <TextLink to={listPath('manifests', { feed, day })}>
          {t('routine.toManifests')}
        </TextLink>
      )}
    </Typography>
  );
}
