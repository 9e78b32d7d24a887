import type { RulebookDocument } from '#contract/rulebooks';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** In `pro`: the ratio where none was set, and the one to which any is cut (REF-4). */
export function RatiosSection({ rules: { ratios } }: { rules: RulebookDocument }) {
  const t = useText();
  const label = useLabel();
  if (!ratios) return null;
  return (
    <Section title={t('rulebooks.ratios')}>
      <PlainTable
        caption={t('rulebooks.ratios')}
        rows={Object.entries(ratios)}
        keyOf={([family]) => family}
        columns={[
          { name: t('rulebooks.family'), cell: ([family]) => label('family', family) },
          { name: t('rulebooks.default'), figure: true, cell: ([, bounds]) => <RateField bps={bounds.default_bps} /> },
          { name: t('rulebooks.ceiling'), figure: true, cell: ([, bounds]) => <RateField bps={bounds.ceiling_bps} /> },
        ]}
      />
    </Section>
  );
}
