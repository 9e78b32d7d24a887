import { Alert, Typography } from '@mui/material';
import { useLocale } from 'react-admin';
import type { CampaignVersionPreview } from '#contract/campaigns';
import { bonusesOf } from '../bonuses/bonusesOf.ts';
import { groupDecimal } from '../fields/decimal.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

interface MoneyEffectProps {
  preview: CampaignVersionPreview;
  /** Whether it can still be decided. */
  pending: boolean;
}

/** CAM-3: what a version does to money, and to those who were promised something. */
export function MoneyEffect({ preview, pending }: MoneyEffectProps) {
  const t = useText();
  const locale = useLocale() ?? 'en';
  const { campaign_id: id, currency, committed, distributed, budget_left, to_be_promised, most_of_one_affiliate: most, refused } = preview;
  const same = (amount: string) => ({ before: amount, after: amount });
  const figures = [
    { name: t('campaigns.committed'), ...same(committed), to: bonusesOf(id, ['pending', 'distributed']) },
    { name: t('campaigns.distributed'), ...same(distributed), to: bonusesOf(id, ['distributed']) },
    { name: t('campaignVersions.left'), ...budget_left, to: null },
    { name: t('campaignVersions.toBePromised'), ...to_be_promised, to: null },
    { name: t('campaignVersions.most'), ...same(most), to: null },
  ];
  const money = (amount: string, to: string | null) => {
    const shown = <MoneyField amount={amount} currency={currency} exact />;
    return to ? <TextLink to={to}>{shown}</TextLink> : shown;
  };
  return (
    <>
      {pending && refused && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {t('campaignVersions.refused', { amount: groupDecimal(refused.committed, locale), currency })}
        </Alert>
      )}
      <PlainTable
        caption={t('campaignVersions.money')}
        rows={figures}
        keyOf={({ name }) => name}
        columns={[
          { name: t('campaignVersions.figure'), cell: ({ name }) => name },
          { name: t('campaigns.before'), figure: true, cell: ({ before, to }) => money(before, to) },
          { name: t('campaigns.after'), figure: true, cell: ({ after, to }) => money(after, to) },
        ]}
      />
      <Promised preview={preview} />
    </>
  );
}

function Promised({ preview: { already_promised, currency } }: { preview: CampaignVersionPreview }) {
  const t = useText();
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {t('campaignVersions.promised')}
      </Typography>
      <Typography color="textSecondary">{t('campaignVersions.promisedHint')}</Typography>
      <PlainTable
        caption={t('campaignVersions.promised')}
        rows={already_promised}
        keyOf={({ version }) => String(version)}
        empty={t('campaignVersions.noPromised')}
        columns={[
          { name: t('campaigns.version'), cell: ({ version }) => version },
          { name: t('campaignVersions.invitees'), figure: true, cell: ({ invitees }) => invitees },
          { name: t('campaignVersions.amount'), figure: true, cell: ({ amount }) => <MoneyField amount={amount} currency={currency} exact /> },
        ]}
      />
    </>
  );
}
