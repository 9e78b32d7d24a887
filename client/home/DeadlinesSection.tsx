import type { Home } from '#contract/home';
import { InstantField } from '../fields/InstantField.tsx';
import { PeriodField } from '../fields/PeriodField.tsx';
import { Section } from '../fields/Section.tsx';
import { hoursBetween } from '../fields/times.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** What is due next, and how long there is. */
export function DeadlinesSection({ home: { next_deadlines, now } }: { home: Home }) {
  const t = useText();
  const label = useLabel();
  const left = (at: string) => {
    const hours = hoursBetween(now, at);
    return hours < 0
      ? t('home.past')
      : hours < 48
        ? t('home.hours', { smart_count: hours })
        : t('age.days', { smart_count: Math.floor(hours / 24) });
  };
  return (
    <Section title={t('home.deadlines')}>
      <PlainTable
        caption={t('home.deadlines')}
        rows={next_deadlines}
        keyOf={({ kind, period }) => `${kind}:${period}`}
        empty={t('home.noDeadlines')}
        columns={[
          { name: t('home.what'), cell: ({ kind, period }) => <>{label('deadline', kind)} <PeriodField period={period} /></> },
          { name: t('home.due'), cell: ({ at }) => <InstantField at={at} short /> },
          { name: t('home.left'), oneLine: true, cell: ({ at }) => left(at) },
        ]}
      />
    </Section>
  );
}
