import { Box, Chip } from '@mui/material';
import { useFactText } from '../facts/useFactText.ts';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { CheckOutcome } from './CheckOutcome.tsx';
import type { Decision, ExplainedCheck } from '#contract/explanations';

/**
 * The nine checks of REF-1 in their order, each with the fact that it was decided on. The first that fails is the
 * reason.
 */
export function ChecksSection({ decision: { checks } }: { decision: Decision }) {
  const t = useText();
  const label = useLabel();
  const factText = useFactText();
  const first = checks.find(({ passed }) => passed === false);
  const number = ({ rule }: ExplainedCheck) => rule.replace('REF-1.', '');
  return (
    <Section title={t('explain.checks')}>
      <PlainTable
        caption={t('explain.checks')}
        rows={checks}
        keyOf={({ rule }) => rule}
        columns={[
          { name: t('explain.rule'), oneLine: true, cell: ({ rule }) => rule },
          {
            name: t('explain.check'),
            cell: (check) => (
              <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
                {label('check', number(check))}{' '}
                {check === first && <Chip color="error" label={t('explain.theReason')} />}
              </Box>
            ),
          },
          { name: t('explain.outcome'), cell: ({ passed }) => <CheckOutcome passed={passed} /> },
          { name: t('explain.fact'), cell: ({ fact, fact_key, fact_values }) => factText('check', fact_key, fact_values, fact) },
        ]}
      />
    </Section>
  );
}
