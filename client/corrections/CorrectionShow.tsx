import { Alert } from '@mui/material';
import { useGetRecordId } from 'react-admin';
import type { CorrectionOffer } from '#contract/corrections';
import type { ReversalRow } from '#contract/reversals';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { type Deciding, RequestDecision } from '../decisions/RequestDecision.tsx';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { RequestPage } from '../reversals/RequestPage.tsx';
import { OfferFacts } from './OfferFacts.tsx';
import { offerPath } from './offerPath.ts';

/** A correction: what is paid beside the record, and what the engine makes of it. */
export function CorrectionShow() {
  const id = String(useGetRecordId());
  return (
    <RequestPage
      key={id}
      resource="corrections"
      id={id}
      bar={(request) => (
        <RequestDecision resource="corrections" request={request} dialog={(deciding) => <CorrectionDialog request={request} {...deciding} />} />
      )}
      effect={(request) => <Effect request={request} />}
    />
  );
}

function CorrectionDialog({ request, ...deciding }: Deciding<'approve' | 'reject'> & { request: ReversalRow }) {
  const t = useText();
  return (
    <RequestDialog {...deciding} title={t(`recordRequests.ask.corrections.${deciding.verb}`, { smart_count: 1 })}>
      {deciding.verb === 'approve' && <Effect request={request} />}
    </RequestDialog>
  );
}

/** The request itself counts among what is corrected: a difference that is left means that the figure has moved. */
function Effect({ request: { record_id, amount, currency } }: { request: ReversalRow }) {
  const t = useText();
  const errorText = useErrorText();
  const may = useMay('corrections', 'create');
  const { data, error } = useRead<CorrectionOffer>(offerPath(record_id), { enabled: may });
  return (
    <>
      <p>
        {t('recordRequests.pays')} <MoneyField amount={amount} currency={currency} exact />
      </p>
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {data && <OfferFacts offer={data} />}
    </>
  );
}
