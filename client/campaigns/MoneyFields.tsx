import { Box, Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import { rewardKinds, sides, type Side } from '#contract/campaigns';
import { Choice } from '../fields/Choice.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import type { RewardDraft } from './draft.ts';
import { DraftField } from './DraftField.tsx';
import type { CampaignEditing } from './useCampaignDraft.ts';

interface MoneyFieldsProps {
  form: CampaignEditing;
}

/** What both sides get, and the bounds of it, all in one currency (CAM-2). */
export function MoneyFields({ form }: MoneyFieldsProps) {
  const t = useText();
  const { draft, change, problemOf } = form;
  const problem = problemOf('rewards');
  return (
    <>
      <Section title={t('campaigns.form.rewards')}>
        {sides.map((side) => (
          <RewardField key={side} form={form} side={side} />
        ))}
        {problem && <FormHelperText error>{problem}</FormHelperText>}
        <DraftField
          form={form}
          name="currency"
          label={t('campaigns.currency')}
          value={draft.currency}
          onChange={(currency) => change({ currency: currency.toUpperCase() })}
          hint={t('campaigns.currencyHint')}
          required
          max={20}
        />
      </Section>
      <Section title={t('campaigns.form.budget')}>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <DraftField
            form={form}
            name="budget"
            label={t('campaigns.budget')}
            value={draft.budget}
            onChange={(budget) => change({ budget })}
            required
            kind="figure"
          />
          <DraftField
            form={form}
            name="cap_per_affiliate"
            label={t('campaigns.cap')}
            value={draft.cap_per_affiliate}
            onChange={(cap_per_affiliate) => change({ cap_per_affiliate })}
            hint={t('campaigns.capHint')}
            kind="figure"
            autoFocus={form.adjusting}
          />
        </Box>
      </Section>
    </>
  );
}

function RewardField({ form, side }: MoneyFieldsProps & { side: Side }) {
  const t = useText();
  const label = useLabel();
  const { draft, change } = form;
  const reward = draft.rewards[side];
  const name = label('side', side);
  const set = (part: Partial<RewardDraft>) => change({ rewards: { ...draft.rewards, [side]: { ...reward, ...part } } });
  return (
    <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', sm: '140px minmax(0, 1fr) auto' } }}>
      <FormControlLabel
        label={name}
        control={<Checkbox size="small" name={`rewards.${side}`} checked={reward.chosen} onChange={() => set({ chosen: !reward.chosen })} />}
        sx={{ minHeight: 48 }}
      />
      {reward.chosen && (
        <>
          <DraftField
            form={form}
            name={`rewards.${side}.amount`}
            label={t('campaigns.amountOf', { side: name })}
            value={reward.amount}
            onChange={(amount) => set({ amount })}
            required
            kind="figure"
          />
          <Choice
            label={t('campaigns.rewardOf', { side: name })}
            value={reward.reward}
            values={rewardKinds}
            word={(kind) => label('rewardKind', kind)}
            onChoose={(kind) => set({ reward: kind })}
          />
        </>
      )}
    </Box>
  );
}
