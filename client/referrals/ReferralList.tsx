import type { ReferralRow } from '#contract/referrals';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { referralFilters } from './ReferralFilters.tsx';

interface ReferralListProps {
  /** Fixed conditions, where the list stands on an affiliate's page. */
  only?: Partial<Pick<ReferralRow, 'inviter_uid'>>;
}

/** Who was invited by whom. A binding is for ever (BIN-1): there is nothing to change here. */
export function ReferralList({ only }: ReferralListProps) {
  return (
    <ConsoleList
      resource="referrals"
      filters={referralFilters}
      sort={{ field: 'bound_at', order: 'DESC' }}
      {...(only ? { only, within: true } : {})}
    >
      <ConsoleTable
        rowClick={(_id, _resource, { invitee_uid }) => `/affiliates/${invitee_uid}/show`}
        hiddenColumns={['email', 'campaign', ...Object.keys(only ?? {})]}
      >
        <Col<ReferralRow> source="invitee_uid" render={({ invitee_uid }) => <UidLink uid={invitee_uid} />} />
        <Col<ReferralRow> source="inviter_uid" render={({ inviter_uid }) => <UidLink uid={inviter_uid} />} />
        <Col<ReferralRow> source="kind" render={({ kind }) => <LabelField group="bindingKind" value={kind} />} />
        <Col<ReferralRow> source="channel" render={({ channel }) => <LabelField group="channel" value={channel} />} />
        <Col<ReferralRow> source="campaign" />
        <Col<ReferralRow> source="bound_at" render={({ bound_at }) => <InstantField at={bound_at} short />} />
        <Col<ReferralRow> source="registered_at" render={({ registered_at }) => <InstantField at={registered_at} short />} />
        <Col<ReferralRow> source="country" />
        <Col<ReferralRow> source="trades" figure render={({ trades }) => trades ?? '–'} />
        <Col<ReferralRow>
          source="volume_usdt"
          figure
          render={({ volume_usdt }) => <MoneyField amount={volume_usdt} currency="USDT" />}
        />
        <Col<ReferralRow> source="email" />
      </ConsoleTable>
    </ConsoleList>
  );
}
