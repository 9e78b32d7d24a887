import type { ReversalRow } from '#contract/reversals';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';

/** What is asked, about which record, why, by whom, and what became of it. */
export function RequestSummary({ request }: { request: ReversalRow }) {
  const t = useText();
  const waiting = [{ name: t('decisions.waiting'), value: <WaitingField since={request.requested_at} waits /> }];
  const decided = [
    { name: t('recordRequests.decidedBy'), value: request.decided_by },
    { name: t('recordRequests.decidedAt'), value: <InstantField at={request.decided_at} /> },
    { name: t('recordRequests.comment'), value: request.comment },
  ];
  return (
    <Section title={t('recordRequests.request')} action={<StateChip group="state" value={request.state} />}>
      <Facts
        facts={[
          { name: t('recordRequests.affiliate'), value: <UidLink uid={request.affiliate_uid} /> },
          {
            name: t('recordRequests.trade'),
            value: request.trade_id && (
              <TextLink to={`/explain/trade/${encodeURIComponent(request.trade_id)}`}>{request.trade_id}</TextLink>
            ),
          },
          {
            name: t('recordRequests.amount'),
            value: <MoneyField amount={request.amount} currency={request.currency} exact copyable />,
          },
          { name: t('recordRequests.reason'), value: <LabelField group="reasonCode" value={request.reason_code} /> },
          { name: t('recordRequests.text'), value: <bdi style={{ whiteSpace: 'pre-wrap' }}>{request.text}</bdi> },
          ...(request.cause ? [{ name: t('recordRequests.cause'), value: request.cause }] : []),
          {
            name: t('recordRequests.requestedBy'),
            value: request.source === 'system' ? t('recordRequests.bySystem') : request.requested_by,
          },
          { name: t('recordRequests.requestedAt'), value: <InstantField at={request.requested_at} /> },
          ...(request.state === 'pending' ? waiting : decided),
        ]}
      />
    </Section>
  );
}
