import type { CorrectionOffer } from '#contract/corrections';
import { Facts } from '../fields/Facts.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useText } from '../i18n/useText.ts';

/** The engine's own figures for a record: what was decided, what would be now, what is corrected, what is left. */
export function OfferFacts({ offer }: { offer: CorrectionOffer }) {
  const t = useText();
  const money = (value: string) => <MoneyField amount={value} currency={offer.currency} exact />;
  return (
    <Facts
      columns={1}
      facts={[
        { name: t('recordRequests.decided'), value: money(offer.decided) },
        { name: t('recordRequests.asKnownNow'), value: money(offer.as_known_now) },
        { name: t('recordRequests.corrected'), value: money(offer.corrected) },
        { name: t('recordRequests.difference'), value: money(offer.difference) },
      ]}
    />
  );
}
