import { Typography } from '@mui/material';
import type { RulebookDocument } from '#contract/rulebooks';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** The tiers of the ladder, and what a month's evaluation counts (TIE-1, TIE-2, TIE-8). `pro` has neither. */
export function LadderSection({ rules: { programme, tiers, qualification, promotion } }: { rules: RulebookDocument }) {
  const t = useText();
  if (tiers.length === 0 || !qualification) return null;
  const least = (amount: string | null) => (amount === null ? '–' : <MoneyField amount={amount} currency="USDT" />);
  return (
    <Section title={t('rulebooks.ladder')}>
      <PlainTable
        caption={t('rulebooks.ladder')}
        rows={tiers}
        keyOf={({ tier }) => String(tier)}
        columns={[
          { name: t('rulebooks.tier'), cell: ({ tier }) => <TierField programme={programme} tier={tier} /> },
          { name: t('rulebooks.rate'), figure: true, cell: ({ rate_bps }) => <RateField bps={rate_bps} /> },
          { name: t('rulebooks.invitees'), figure: true, cell: ({ qualified_invitees }) => <Count value={qualified_invitees} /> },
          {
            name: t('rulebooks.volume'),
            figure: true,
            cell: ({ qualified_volume_usdt }) => least(qualified_volume_usdt),
          },
        ]}
      />
      <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
        {t('rulebooks.qualification')}
      </Typography>
      <Facts
        facts={[
          { name: t('rulebooks.months'), value: <Count value={qualification.months} /> },
          { name: t('rulebooks.deposit'), value: least(qualification.deposit_usdt) },
          { name: t('rulebooks.inviteeVolume'), value: least(qualification.volume_usdt) },
          { name: t('rulebooks.subtract'), value: t(qualification.subtract_withdrawals ? 'word.yes' : 'word.no') },
          { name: t('rulebooks.windowed'), value: t(qualification.windowed ? 'word.yes' : 'word.no') },
          { name: t('rulebooks.promotion'), value: t(`rulebooks.promotions.${promotion}`) },
        ]}
      />
    </Section>
  );
}
