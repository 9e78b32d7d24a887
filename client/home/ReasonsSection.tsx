import type { Home } from '#contract/home';
import { Count } from '../fields/Count.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { recordsOfDay } from './recordsOfDay.ts';

/** Why the last day's zero records earn nothing; each leads to its records. */
export function ReasonsSection({ home: { reasons, commission_by_day } }: { home: Home }) {
  const t = useText();
  const label = useLabel();
  const day = commission_by_day.at(-1)?.day;
  const name = (reason: string) =>
    day ? <TextLink to={recordsOfDay(day, reason)}>{label('reason', reason)}</TextLink> : label('reason', reason);
  return (
    <Section title={t('home.reasons')}>
      <PlainTable
        caption={t('home.reasons')}
        rows={reasons}
        keyOf={({ reason }) => reason}
        empty={t('home.noZero')}
        columns={[
          { name: t('home.reason'), cell: ({ reason }) => name(reason) },
          { name: t('home.records'), figure: true, cell: ({ records }) => <Count value={records} /> },
        ]}
      />
    </Section>
  );
}
