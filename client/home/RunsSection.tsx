import type { HomeRun } from '#contract/home';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { PeriodField } from '../fields/PeriodField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

export function RunsSection({ runs }: { runs: readonly HomeRun[] }) {
  const t = useText();
  const label = useLabel();
  return (
    <Section title={t('home.runs')}>
      <PlainTable
        caption={t('home.runs')}
        rows={runs}
        keyOf={({ id }) => id}
        empty={t('home.noRuns')}
        columns={[
          {
            name: t('home.run'),
            cell: ({ id, kind, period }) => (
              <TextLink to={`/runs/${id}/show`}>{label('runKind', kind)} <PeriodField period={period} /></TextLink>
            ),
          },
          { name: t('home.state'), cell: ({ state }) => <StateChip group="state" value={state} /> },
          { name: t('home.started'), cell: ({ started_at }) => <InstantField at={started_at} short /> },
        ]}
      />
    </Section>
  );
}
