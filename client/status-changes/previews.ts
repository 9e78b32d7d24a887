import type { CurrencySum } from '#contract/commissions';
import type { StatusChangePreview } from '#contract/status-changes';
import { sumOf } from '../fields/decimal.ts';

/** The effect of a request that is pending, as it would come out now. */
export function previewPath(id: string): string {
  return `status-changes/${encodeURIComponent(id)}/preview`;
}

/** Sums by currency, exactly, in the order of the currencies' names. */
export function byCurrency(sums: readonly CurrencySum[]): CurrencySum[] {
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    currency,
    amount: sumOf(sums.filter((sum) => sum.currency === currency).map(({ amount }) => amount)),
  }));
}

/** What many changes do together; what is unpaid counts once for each affiliate, held where one of the changes holds it. */
export function totalsOf(previews: readonly StatusChangePreview[]) {
  const holding = (one: StatusChangePreview) => one.accruals.some(({ held }) => held);
  const ofAffiliates = new Map<string, StatusChangePreview>();
  for (const one of previews) {
    const known = ofAffiliates.get(one.affiliate_uid);
    if (!known || holding(one)) ofAffiliates.set(one.affiliate_uid, one);
  }
  const unpaid = (held: boolean) =>
    byCurrency(
      [...ofAffiliates.values()].flatMap(({ accruals }) =>
        accruals.filter((one) => one.held === held).map(({ currency, open }) => ({ currency, amount: open })),
      ),
    );
  return {
    ended: previews.filter(({ enrolment }) => enrolment?.ends).length,
    reversed: previews.reduce((sum, { reversals }) => sum + reversals.count, 0),
    reversedSums: byCurrency(previews.flatMap(({ reversals }) => reversals.totals)),
    paid: unpaid(false),
    held: unpaid(true),
    reviews: previews.reduce((sum, { reviews_withdrawn }) => sum + reviews_withdrawn.length, 0),
  };
}
