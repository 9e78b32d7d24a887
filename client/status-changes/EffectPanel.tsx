import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { StatusChangePreview } from '#contract/status-changes';
import { MoneyField } from '../fields/MoneyField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { ReversedRecords } from './ReversedRecords.tsx';

/** STA-9: what a change would do, in the order of what hurts most to miss. */
export function EffectPanel({ preview }: { preview: StatusChangePreview }) {
  const t = useText();
  return (
    <>
      <Enrolment preview={preview} />
      <Part title={t('changes.accruals')}>
        <PlainTable
          caption={t('changes.accruals')}
          rows={preview.accruals}
          keyOf={({ currency }) => currency}
          empty={t('changes.noAccruals')}
          columns={[
            { name: t('changes.currency'), cell: ({ currency }) => currency },
            { name: t('changes.open'), figure: true, cell: ({ open }) => <MoneyField amount={open} exact /> },
            { name: t('changes.inBatch'), figure: true, cell: ({ in_batch }) => <MoneyField amount={in_batch} exact /> },
            { name: t('changes.then'), cell: (unpaid) => t(whatBecomes(unpaid)) },
          ]}
        />
      </Part>
      <Part title={t('changes.reversals')}>
        <ReversedRecords reversals={preview.reversals} />
      </Part>
      <Part title={t('changes.reviews')}>
        {preview.reviews_withdrawn.length === 0
          ? t('changes.noReviews')
          : preview.reviews_withdrawn.map(({ id, month }) => (
              <div key={id}>
                <TextLink to={`/tier-reviews/${id}/show`}>{t('changes.review', { month, id })}</TextLink>
              </div>
            ))}
      </Part>
      <Part title={t('changes.campaigns')}>
        {preview.campaigns_left.length === 0
          ? t('changes.noCampaigns')
          : preview.campaigns_left.map(({ code, name }) => <div key={code}>{`${code}: ${name}`}</div>)}
      </Part>
      {preview.bonuses_withdrawn && (
        <Part title={t('changes.bonuses')}>
          {preview.bonuses_withdrawn.length === 0
            ? t('changes.noBonuses')
            : preview.bonuses_withdrawn.map((bonus) => <Bonus key={bonus.id} bonus={bonus} />)}
        </Part>
      )}
    </>
  );
}

/** Nothing is taken out of a batch after its release (PAY-3). */
function whatBecomes({ held, in_batch }: StatusChangePreview['accruals'][number]) {
  if (!held) return 'changes.stillPaid';
  return in_batch === '0' ? 'changes.held' : 'changes.heldUnlessReleased';
}

function Bonus({ bonus: { id, campaign, reward, amount, currency } }: { bonus: NonNullable<StatusChangePreview['bonuses_withdrawn']>[number] }) {
  const label = useLabel();
  return (
    <div>
      <TextLink to={listPath('bonuses', { id })}>{`${campaign}: ${label('rewardKind', reward)}`}</TextLink> <MoneyField amount={amount} currency={currency} exact />
    </div>
  );
}

function Enrolment({ preview: { enrolment } }: { preview: StatusChangePreview }) {
  const t = useText();
  const label = useLabel();
  const words = () => {
    if (!enrolment) return t('changes.noEnrolment');
    const programme = label('programme', enrolment.programme);
    if (!enrolment.ends) return t('changes.stays', { programme });
    return t('changes.ends', { programme, reason: label('endReason', enrolment.end_reason) });
  };
  return <Typography sx={{ mb: 1.5, fontWeight: enrolment?.ends ? 600 : 400 }}>{words()}</Typography>;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
