import type { Home } from '#contract/home';
import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { recordsOfDay } from './recordsOfDay.ts';

/** Why the last day's zero records earn nothing; each leads to its records. */
export function ReasonsSection({ home: { reasons, commission_by_day } }: { home: Home }) {
  const t = useText();
  const label = useLabel();
  const day = commission_by_day.at(-1)?.day;
  return (
    <Section title={t('home.reasons')}>
      <PlainTable
        caption={t('home.reasons')}
        rows={reasons}
        keyOf={({ reason }) => reason}
        empty={t('home.noZero')}
        columns={[
          { name: t('home.reason'), cell: ({ reason }) => label('reason', reason) },
          {
            name: t('home.records'),
            figure: true,
            cell: ({ reason, records }) => (
              <FigureLink to={recordsOfDay(day ?? '', { reason })} rows={records}><Count value={records} /></FigureLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
