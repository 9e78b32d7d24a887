import type { RecallFact } from '#contract/recalls';
import { CheckOutcome } from '../commissions/CheckOutcome.tsx';
import { useFactText } from '../facts/useFactText.ts';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** Every condition in the order of BIN-5, whether it holds, and the fact that it was judged by. */
export function RecallFacts({ facts }: { facts: readonly RecallFact[] }) {
  const t = useText();
  const label = useLabel();
  const factText = useFactText();
  return (
    <Section title={t('recalls.facts')}>
      <PlainTable
        caption={t('recalls.facts')}
        rows={facts}
        keyOf={({ code }) => code}
        columns={[
          { name: t('recalls.rule'), oneLine: true, cell: ({ rule }) => rule },
          { name: t('recalls.condition'), cell: ({ code }) => label('recallCondition', code) },
          { name: t('recalls.outcome'), cell: ({ passed }) => <CheckOutcome passed={passed} /> },
          {
            name: t('recalls.fact'),
            cell: ({ code, fact, fact_key, fact_values }) =>
              code === 'not_confirmed' ? t('recalls.assumed') : factText('recall', fact_key, fact_values, fact),
          },
        ]}
      />
    </Section>
  );
}
