import type { ImportRow } from '#contract/imports';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { Count } from '../fields/Count.tsx';

export function FiguresSection({ row }: { row: ImportRow }) {
  const t = useText();
  return (
    <Section title={row.file_name} action={<StateChip group="state" value={row.state} />}>
      <Facts
        facts={[
          { name: t('imports.rows'), value: <Count value={row.rows} /> },
          { name: t('imports.accepted'), value: <Count value={row.accepted} /> },
          { name: t('imports.duplicates'), value: <Count value={row.duplicates} /> },
          { name: t('imports.conflicts'), value: <Count value={row.conflicts} bad /> },
          { name: t('imports.rejected'), value: <Count value={row.rejected} bad /> },
          { name: t('imports.bindingsRefused'), value: <Count value={row.bindings_refused} /> },
          { name: t('imports.started'), value: <InstantField at={row.started_at} /> },
          { name: t('imports.finished'), value: <InstantField at={row.finished_at} /> },
          { name: t('imports.by'), value: row.requested_by },
        ]}
      />
    </Section>
  );
}
