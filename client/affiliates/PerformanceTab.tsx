import type { AffiliateDetail } from '#contract/affiliates';
import { Typography } from '@mui/material';
import { useMay } from '../auth/access.ts';
import { BonusList } from '../bonuses/BonusList.tsx';
import { Facts } from '../fields/Facts.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PerformanceView } from '../performance/PerformanceView.tsx';
import { LinksSection } from './LinksSection.tsx';
import { RecalledSection } from '../recalls/RecalledSection.tsx';

/** What an affiliate has earned and brought, with its links, and whom it recalled (DSH-1 to DSH-3, DSH-5). */
export function PerformanceTab({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const mayBonuses = useMay('bonuses', 'read');
  return (
    <>
      <PerformanceView affiliate={affiliate.uid} />
      {affiliate.ratios && <Ratios ratios={affiliate.ratios} />}
      <RecalledSection uid={affiliate.uid} />
      {affiliate.referral_code && affiliate.links && <LinksSection code={affiliate.referral_code} links={affiliate.links} />}
      {mayBonuses && <Typography variant="h2">{t('performance.bonuses')}</Typography>}
      {mayBonuses && <BonusList only={{ affiliate_uid: affiliate.uid }} />}
    </>
  );
}

function Ratios({ ratios }: { ratios: NonNullable<AffiliateDetail['ratios']> }) {
  const t = useText();
  const label = useLabel();
  return (
    <Section title={t('affiliates.ratios')}>
      <Facts facts={Object.entries(ratios).map(([family, bps]) => ({ name: label('family', family), value: <RateField bps={bps} /> }))} columns={3} />
    </Section>
  );
}
