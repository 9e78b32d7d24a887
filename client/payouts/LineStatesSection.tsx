import type { PayoutRow } from '#contract/payouts';
import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { LinkedSums } from './LinkedSums.tsx';
import { linesOf } from './linesOf.ts';

/** How many lines are in which state and what they come to; each figure leads to its lines. */
export function LineStatesSection({ payout: { id, line_states } }: { payout: PayoutRow }) {
  const t = useText();
  return (
    <Section title={t('payouts.byState')}>
      <PlainTable
        caption={t('payouts.byState')}
        rows={line_states}
        keyOf={({ status }) => status}
        empty={t('payouts.noLines')}
        columns={[
          { name: t('payouts.state'), cell: ({ status }) => <StateChip group="state" value={status} /> },
          {
            name: t('payouts.lines'),
            figure: true,
            cell: ({ status, lines }) => (
              <FigureLink to={linesOf({ batch_id: id, status })} rows={lines}><Count value={lines} /></FigureLink>
            ),
          },
          {
            name: t('payouts.totals'),
            figure: true,
            cell: ({ status, totals }) => (
              <LinkedSums sums={totals} figure to={(currency) => linesOf({ batch_id: id, status, currency })} />
            ),
          },
        ]}
      />
    </Section>
  );
}
