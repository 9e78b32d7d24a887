import { useGetIdentity } from 'react-admin';
import type { AffiliateRow } from '#contract/affiliates';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TierField } from '../fields/TierField.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { InviteesLink } from '../referrals/InviteesLink.tsx';
import { affiliateFilters, affiliatePresets } from './AffiliateFilters.tsx';

const hiddenAtFirst = [
  'kyc_level', 'end_reason', 'referral_code', 'registered_at', 'email', 'name', 'inviter_uid', 'account_manager',
];

/** Everybody who is or was enrolled, the newest first. */
export function AffiliateList() {
  const { identity } = useGetIdentity();
  const me = identity && identity.role !== 'admin' ? String(identity.email) : null;
  return (
    <ConsoleList
      resource="affiliates"
      filters={affiliateFilters}
      presets={affiliatePresets(me)}
      sort={{ field: 'activated_at', order: 'DESC' }}
    >
      <ConsoleTable hiddenColumns={hiddenAtFirst}>
        <Col<AffiliateRow> source="uid" render={({ uid }) => <UidLink uid={uid} />} />
        <Col<AffiliateRow>
          source="programme"
          render={({ programme }) => <LabelField group="programme" value={programme} />}
        />
        <Col<AffiliateRow>
          source="tier"
          render={({ programme, tier }) => <TierField programme={programme} tier={tier} />}
        />
        <Col<AffiliateRow> source="rate" figure render={({ rate }) => <RateField bps={rate} />} />
        <Col<AffiliateRow>
          source="account_type"
          render={({ account_type }) => <LabelField group="accountType" value={account_type} />}
        />
        <Col<AffiliateRow>
          source="kyc_level"
          render={({ kyc_level }) => <LabelField group="kyc" value={kyc_level} />}
        />
        <Col<AffiliateRow> source="country" />
        <Col<AffiliateRow>
          source="restriction"
          render={({ restriction }) => <StateChip group="restriction" value={restriction} />}
        />
        <Col<AffiliateRow>
          source="activated_at"
          render={({ activated_at }) => <InstantField at={activated_at} short />}
        />
        <Col<AffiliateRow> source="ended_at" render={({ ended_at }) => <InstantField at={ended_at} short />} />
        <Col<AffiliateRow>
          source="end_reason"
          render={({ end_reason }) => <LabelField group="endReason" value={end_reason} />}
        />
        <Col<AffiliateRow>
          source="referrals_count"
          figure
          render={({ uid, referrals_count }) => <InviteesLink uid={uid} count={referrals_count} />}
        />
        <Col<AffiliateRow> source="referral_code" />
        <Col<AffiliateRow>
          source="registered_at"
          render={({ registered_at }) => <InstantField at={registered_at} short />}
        />
        <Col<AffiliateRow> source="email" />
        <Col<AffiliateRow> source="name" />
        <Col<AffiliateRow> source="account_manager" />
        <Col<AffiliateRow> source="inviter_uid" render={({ inviter_uid }) => <UidLink uid={inviter_uid} />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
