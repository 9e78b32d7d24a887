import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import type { AffiliateDetail, AffiliateStanding } from '#contract/affiliates';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

type Cell = (standing: AffiliateStanding) => ReactNode;

/** What the console knew at a past instant, where that differs from what it knows of that instant today. */
export function KnownThenSection({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const fields = useFields();
  const then = affiliate.as_known_then;
  if (!then) return <Alert severity="info" sx={{ mb: 2 }}>{t('affiliates.asOf.same')}</Alert>;
  if (then.account_type === null) {
    return <Alert severity="warning" sx={{ mb: 2 }}>{t('affiliates.asOf.unknown')}</Alert>;
  }
  const differing = (Object.keys(fields) as (keyof AffiliateStanding)[]).filter(
    (field) => JSON.stringify(affiliate[field]) !== JSON.stringify(then[field]),
  );
  return (
    <Section title={t('affiliates.asOf.known')}>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {t('affiliates.asOf.differs')}
      </Alert>
      <PlainTable
        caption={t('affiliates.asOf.known')}
        rows={differing}
        keyOf={(field) => field}
        columns={[
          { name: t('affiliates.field'), cell: (field) => fields[field].name },
          { name: t('affiliates.asOf.today'), cell: (field) => fields[field].cell(affiliate) },
          { name: t('affiliates.asOf.then'), cell: (field) => fields[field].cell(then) },
        ]}
      />
    </Section>
  );
}

function useFields(): Record<keyof AffiliateStanding, { name: string; cell: Cell }> {
  const t = useText();
  const label = useLabel();
  const written = useWritten();
  const ratios: Cell = ({ ratios: set }) =>
    Object.entries(set ?? {}).map(([family, bps]) => (
      <div key={family}>
        {label('family', family)} <RateField bps={bps} />
      </div>
    ));
  return {
    programme: { name: t('affiliates.programme'), cell: ({ programme }) => <LabelField group="programme" value={programme} /> },
    tier: { name: t('affiliates.tier'), cell: ({ programme, tier }) => <TierField programme={programme} tier={tier} /> },
    rate: { name: t('affiliates.rate'), cell: ({ rate }) => <RateField bps={rate} /> },
    ratios: { name: t('affiliates.ratios'), cell: ratios },
    account_type: { name: t('affiliates.accountType'), cell: ({ account_type }) => <LabelField group="accountType" value={account_type} /> },
    kyc_level: { name: t('affiliates.kyc'), cell: ({ kyc_level }) => <LabelField group="kyc" value={kyc_level} /> },
    vip_level: { name: t('affiliates.vip'), cell: ({ vip_level }) => vip_level ?? '–' },
    country: { name: t('affiliates.country'), cell: ({ country }) => (country ? written.countryAndCode(country) : '–') },
    restriction: { name: t('affiliates.restriction'), cell: ({ restriction }) => <LabelField group="restriction" value={restriction} /> },
    activated_at: { name: t('affiliates.activated'), cell: ({ activated_at }) => <InstantField at={activated_at} /> },
    ended_at: { name: t('affiliates.ended'), cell: ({ ended_at }) => <InstantField at={ended_at} /> },
    end_reason: { name: t('affiliates.endReason'), cell: ({ end_reason }) => <LabelField group="endReason" value={end_reason} /> },
  };
}
