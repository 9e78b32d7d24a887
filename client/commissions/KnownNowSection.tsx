import { Alert } from '@mui/material';
import { useFactText } from '../facts/useFactText.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { CheckOutcome } from './CheckOutcome.tsx';
import type { Decision } from '#contract/explanations';

/** The record stands as it was decided; beside it, what would be decided with what is known today (STA-10). */
export function KnownNowSection({ then, now }: { then: Decision; now: Decision }) {
  const t = useText();
  const label = useLabel();
  const factText = useFactText();
  const reason = (decision: Decision) => (decision.reason ? label('reason', decision.reason) : t('explain.earns'));
  const amount = ({ amount: value, currency }: Decision) => <MoneyField amount={value} currency={currency} exact />;
  const changed = now.checks.filter((check, index) => check.passed !== then.checks[index]?.passed);
  return (
    <Section title={t('explain.knownNow')}>
      <Alert severity="info" sx={{ mb: 2 }}>
        {t('explain.knownNowHint')}
      </Alert>
      <PlainTable
        caption={t('explain.knownNow')}
        keyOf={({ name }) => name}
        rows={[
          { name: t('explain.outcome'), then: reason(then), now: reason(now) },
          { name: t('explain.rate'), then: <RateField bps={then.rate_bps} />, now: <RateField bps={now.rate_bps} /> },
          { name: t('explain.amount'), then: amount(then), now: amount(now) },
          ...changed.map(({ rule, passed, fact, fact_key, fact_values }) => ({
            name: `${rule} ${label('check', rule.replace('REF-1.', ''))}`,
            then: <CheckOutcome passed={then.checks.find((check) => check.rule === rule)?.passed ?? null} />,
            now: (
              <>
                <CheckOutcome passed={passed} /> {factText('check', fact_key, fact_values, fact)}
              </>
            ),
          })),
        ]}
        columns={[
          { name: t('explain.what'), cell: ({ name }) => name },
          { name: t('explain.whenMade'), cell: (row) => row.then },
          { name: t('explain.today'), cell: (row) => row.now },
        ]}
      />
    </Section>
  );
}
