import type { RulebookDocument } from '#contract/rulebooks';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** What this version demands in each check that a rulebook sets (REF-1). */
export function ChecksOfRulebook({ rules }: { rules: RulebookDocument }) {
  const t = useText();
  const label = useLabel();
  const off = t('rulebooks.off');
  const checks = [
    { number: 4, demand: rules.window_days === null ? off : t('rulebooks.days', { smart_count: rules.window_days }) },
    { number: 5, demand: t('rulebooks.productsCovered', { smart_count: rules.products.length }) },
    { number: 6, demand: rules.api_excluded ? t('rulebooks.apiExcluded') : off },
    { number: 7, demand: rules.vip_below === null ? off : t('rulebooks.vipBelow', { level: rules.vip_below }) },
    {
      number: 8,
      demand:
        rules.futures_restricted.length === 0
          ? off
          : t('rulebooks.countries', { smart_count: rules.futures_restricted.length }),
    },
  ];
  return (
    <Section title={t('rulebooks.checks')}>
      <PlainTable
        caption={t('rulebooks.checks')}
        rows={checks}
        keyOf={({ number }) => String(number)}
        columns={[
          { name: t('explain.rule'), cell: ({ number }) => `REF-1.${number}` },
          { name: t('explain.check'), cell: ({ number }) => label('check', number) },
          { name: t('rulebooks.demand'), cell: ({ demand }) => demand },
        ]}
      />
    </Section>
  );
}
