import { Alert, Chip, Typography } from '@mui/material';
import { freeFields, type CampaignDocument, type CampaignRow } from '#contract/campaigns';
import { Facts } from '../fields/Facts.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { signOf, sumOf } from '../fields/decimal.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { DocumentValue } from './DocumentValue.tsx';
import { documentOf, isAmount, type CampaignDraft } from './draft.ts';

interface AdjustEffectProps {
  campaign: CampaignRow;
  draft: CampaignDraft;
  changes: Partial<CampaignDocument>;
}

/** Before it is sent: what would change, what of it waits for a second person, and what is left of the budget. */
export function AdjustEffect({ campaign, draft, changes }: AdjustEffectProps) {
  const t = useText();
  const label = useLabel();
  const fields = Object.keys(changes) as (keyof CampaignDocument)[];
  const waits = fields.filter((field) => !(freeFields as readonly string[]).includes(field));
  const after = documentOf(draft);
  if (fields.length === 0) return <Typography color="textSecondary">{t('campaigns.nothingChanges')}</Typography>;
  return (
    <>
      <Alert severity={waits.length > 0 ? 'warning' : 'info'} sx={{ mb: 1 }}>
        {t(waits.length > 0 ? 'campaigns.allWait' : 'campaigns.allHold')}
      </Alert>
      <PlainTable
        caption={t('campaigns.whatChanges')}
        rows={fields}
        keyOf={(field) => field}
        columns={[
          {
            name: t('campaigns.field'),
            cell: (field) => (
              <>
                <div>{label('campaignField', field)}</div>
                <Chip
                  color={waits.includes(field) ? 'warning' : 'default'}
                  label={t(waits.includes(field) ? 'campaigns.waitsForSecond' : 'campaigns.holdsAtOnce')}
                />
              </>
            ),
          },
          { name: t('campaigns.before'), cell: (field) => <DocumentValue field={field} document={campaign} /> },
          { name: t('campaigns.after'), cell: (field) => (isShown(field, after) ? <DocumentValue field={field} document={after} /> : '–') },
        ]}
      />
      <Left campaign={campaign} budget={after.budget} />
    </>
  );
}

/** Whether what stands in the field can be shown as what it is meant to be. */
function isShown(field: keyof CampaignDocument, after: CampaignDocument): boolean {
  if (field === 'budget') return isAmount(after.budget);
  if (field === 'cap_per_affiliate') return after.cap_per_affiliate === null || isAmount(after.cap_per_affiliate);
  if (field === 'rewards') return after.rewards.every(({ amount }) => isAmount(amount));
  if (field === 'tasks') return after.tasks.every((task) => !('amount' in task) || isAmount(task.amount));
  return after[field] !== '';
}

function Left({ campaign: { committed, left, currency }, budget }: { campaign: CampaignRow; budget: string }) {
  const t = useText();
  const rest = isAmount(budget) ? sumOf([budget, signOf(committed) === 0 ? '0' : `-${committed}`]) : null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {t('campaigns.money')}
      </Typography>
      <Facts
        columns={1}
        facts={[
          { name: t('campaigns.committed'), value: <MoneyField amount={committed} currency={currency} exact /> },
          {
            name: t('campaigns.left'),
            value: (
              <>
                <MoneyField amount={left} currency={currency} exact /> {t('word.becomes')} <MoneyField amount={rest} currency={currency} exact />
              </>
            ),
          },
        ]}
      />
    </>
  );
}
