import { Alert, Typography } from '@mui/material';
import type { SelfDecided } from '#contract/decisions';
import { useRead } from '../api/useRead.ts';
import { FigureLink } from '../fields/FigureLink.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { listPath } from '../list/listPath.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** That nobody decided what they asked for: how many of each kind were looked at, and the rows where there are any. */
export function SelfDecidedSection() {
  const t = useText();
  const written = useWritten();
  const label = useLabel();
  const { data } = useRead<SelfDecided>('self-decided', { poll: () => REPORT_EVERY_MS });
  if (!data) return null;
  const sum = (name: 'examined' | 'own') => data.kinds.reduce((total, kind) => total + kind[name], 0);
  const [examined, own] = [sum('examined'), sum('own')];
  return (
    <Section title={t('oversight.self.title')}>
      <Alert severity={own === 0 ? 'success' : 'error'} sx={{ mb: 1 }}>
        {own === 0
          ? t('oversight.self.looked', { examined: written.count(examined) })
          : t('oversight.self.found', { smart_count: own })}{' '}
        <InstantField at={data.looked_at} />
      </Alert>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('oversight.self.how')}
      </Typography>
      <PlainTable
        caption={t('oversight.self.title')}
        rows={data.kinds}
        keyOf={({ kind }) => kind}
        columns={[
          { name: t('oversight.self.kind'), cell: ({ kind }) => label('decisionKind', kind) },
          {
            name: t('oversight.self.examined'),
            figure: true,
            cell: (one) => <FigureLink to={listPath('decisions', { kind: one.kind })} rows={one.examined}>{written.count(one.examined)}</FigureLink>,
          },
          {
            name: t('oversight.self.own'),
            figure: true,
            cell: (one) => <FigureLink to={listPath('decisions', { kind: one.kind, own: true })} rows={one.own}>{written.count(one.own)}</FigureLink>,
          },
        ]}
      />
    </Section>
  );
}
