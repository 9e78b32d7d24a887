import type { HomeImport } from '#contract/home';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { Count } from '../fields/Count.tsx';
import { PlainTable } from '../list/PlainTable.tsx';

/** What was fed in last, with the rows that were not taken. */
export function ImportsSection({ imports }: { imports: readonly HomeImport[] }) {
  const t = useText();
  const label = useLabel();
  return (
    <Section title={t('home.imports')}>
      <PlainTable
        caption={t('home.imports')}
        rows={imports}
        keyOf={({ id }) => id}
        empty={t('home.noImports')}
        columns={[
          {
            name: t('home.file'),
            cell: ({ id, feed }) => <TextLink to={`/imports/${id}/show`}>{`${label('feed', feed)} · ${id}`}</TextLink>,
          },
          { name: t('home.state'), cell: ({ state }) => <StateChip group="state" value={state} /> },
          { name: t('imports.rows'), figure: true, cell: ({ rows }) => <Count value={rows} /> },
          {
            name: t('imports.rejected'),
            figure: true,
            cell: ({ rejected, conflicts }) => <Count value={rejected + conflicts} bad />,
          },
        ]}
      />
    </Section>
  );
}
