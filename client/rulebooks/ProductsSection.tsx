import type { Product, RulebookDocument } from '#contract/rulebooks';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** Which products earn, under which family they are shown, and what recalled invitees earn with. */
export function ProductsSection({ rules }: { rules: RulebookDocument }) {
  const t = useText();
  const label = useLabel();
  const word = (yes: boolean) => t(yes ? 'word.yes' : 'word.no');
  return (
    <Section title={t('rulebooks.products')}>
      <PlainTable
        caption={t('rulebooks.products')}
        rows={Object.entries(rules.families) as [Product, string][]}
        keyOf={([product]) => product}
        columns={[
          { name: t('rulebooks.product'), cell: ([product]) => label('product', product) },
          { name: t('rulebooks.family'), cell: ([, family]) => label('family', family) },
          { name: t('rulebooks.covered'), cell: ([product]) => word(rules.products.includes(product)) },
          ...(rules.recall_products.length > 0
            ? [
                {
                  name: t('rulebooks.recallCovered'),
                  cell: ([product]: [Product, string]) => word(rules.recall_products.includes(product)),
                },
              ]
            : []),
        ]}
      />
      {rules.recall_days.length > 0 && (
        <PlainTable
          caption={t('rulebooks.recallDays')}
          rows={rules.recall_days}
          keyOf={({ from }) => from}
          columns={[
            { name: t('rulebooks.recallDays'), cell: ({ days }) => t('rulebooks.days', { smart_count: days }) },
            { name: t('rulebooks.from'), cell: ({ from }) => <InstantField at={from} /> },
          ]}
        />
      )}
    </Section>
  );
}
