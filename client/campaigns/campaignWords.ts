import type { CampaignReward, CampaignTask } from '#contract/campaigns';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useLabels, useText } from '../i18n/useText.ts';

/** The parts of a campaign in words. */
export function useCampaignWords() {
  const t = useText();
  const label = useLabel();
  const labels = useLabels();
  const written = useWritten();
  const amount = (text: string) => written.decimal(text);
  return {
    task: (task: CampaignTask): string => {
      if (task.task === 'register') return t('campaigns.task.register');
      const smart_count = task.within_days;
      if (task.task === 'kyc') return t('campaigns.task.kyc', { level: label('kyc', task.level), smart_count });
      return t(`campaigns.task.${task.task}`, { amount: amount(task.amount), smart_count });
    },
    taskShort: (task: CampaignTask): string => {
      if (task.task === 'register') return t('campaigns.taskShort.register');
      if (task.task === 'kyc') return t('campaigns.taskShort.kyc', { level: label('kyc', task.level) });
      return t(`campaigns.taskShort.${task.task}`, { amount: amount(task.amount) });
    },
    reward: ({ side, amount: sum, currency, reward }: CampaignReward): string =>
      t('campaigns.reward', { side: label('side', side), amount: amount(sum), currency, reward: label('rewardKind', reward) }),
    regions: (regions: readonly string[]): string =>
      regions.length === 0 ? t('campaigns.everywhere') : regions.map(written.countryAndCode).join(t('word.comma')),
    programmes: (programmes: readonly string[]): string =>
      programmes.length === 0 ? t('campaigns.everyProgramme') : labels('programme', programmes),
  };
}
