import type { EffectSummary, StatusChangePreview } from '#contract/status-changes';

/** The figures of an effect, as a queue shows them. */
export function summaryOf(preview: StatusChangePreview): EffectSummary {
  return {
    ends_enrolment: preview.enrolment?.ends ?? false,
    reversals: preview.reversals.count,
    reversal_totals: preview.reversals.totals,
    accruals: preview.accruals.map(({ currency, open }) => ({ currency, amount: open })),
    reviews_withdrawn: preview.reviews_withdrawn.length,
  };
}
