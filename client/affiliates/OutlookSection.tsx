import { Box, Typography } from '@mui/material';
import type { AffiliateDetail } from '#contract/affiliates';
import type { Outlook, OutlookAnswer, OutlookStep } from '#contract/evaluations';
import { hasTiers } from '#contract/rulebooks';
import { useRead } from '../api/useRead.ts';
import { percentOf } from '../fields/decimal.ts';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { useTierName } from '../fields/TierField.tsx';
import { OutlookCondition } from './OutlookCondition.tsx';

/** TIE-11: what the month that has begun still needs to keep the tier and to reach the next, condition by condition. */
export function OutlookSection({ affiliate: { uid, programme, ended_at } }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const errorText = useErrorText();
  const asked = hasTiers(programme) && ended_at === null;
  const { data, error } = useRead<OutlookAnswer>(`affiliates/${encodeURIComponent(uid)}/outlook`, { enabled: asked });
  if (programme === null) return null;
  const outlook = data?.outlook;
  if (outlook) {
    return (
      <Section title={t('affiliates.outlook.month', { month: outlook.month })}>
        <Steps outlook={outlook} />
      </Section>
    );
  }
  const none = !hasTiers(programme) ? 'noLadder' : ended_at === null ? 'none' : 'ended';
  return (
    <Section title={t('affiliates.outlook.title')}>
      {error ? errorText(error) : asked && !data ? '…' : t(`affiliates.outlook.${none}`)}
    </Section>
  );
}

function Steps({ outlook }: { outlook: Outlook }) {
  const t = useText();
  const name = useTierName();
  const { programme, keep, next } = outlook;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' } }}>
      <Step title={t('affiliates.outlook.keep', { tier: name(programme, keep.tier) })} step={keep} outlook={outlook} />
      {next ? (
        <Step
          title={t('affiliates.outlook.reach', { tier: name(programme, next.tier) })}
          step={next}
          outlook={outlook}
        />
      ) : (
        <Typography color="textSecondary">{t('affiliates.outlook.highest')}</Typography>
      )}
    </Box>
  );
}

interface StepProps {
  title: string;
  step: OutlookStep;
  outlook: Outlook;
}

function Step({ title, step: { needed_usdt, qualified_volume_usdt, qualified_invitees }, outlook }: StepProps) {
  const t = useText();
  const invitees = outlook.qualified_invitees;
  const either = qualified_volume_usdt !== null && qualified_invitees !== null;
  return (
    <div>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {qualified_volume_usdt !== null && (
        <OutlookCondition
          name={t('affiliates.outlook.volume')}
          reached={outlook.window_usdt}
          required={qualified_volume_usdt}
          needed={needed_usdt}
          percent={percentOf(outlook.window_usdt, qualified_volume_usdt)}
          currency="USDT"
        />
      )}
      {qualified_invitees !== null && invitees !== null && (
        <OutlookCondition
          name={t('affiliates.outlook.invitees')}
          reached={String(invitees)}
          required={String(qualified_invitees)}
          needed={String(Math.max(qualified_invitees - invitees, 0))}
          percent={percentOf(String(invitees), String(qualified_invitees))}
        />
      )}
      {qualified_volume_usdt === null && qualified_invitees === null && t('affiliates.outlook.entry')}
      {either && (
        <Typography variant="body2" color="textSecondary">
          {t('affiliates.outlook.anyOne')}
        </Typography>
      )}
    </div>
  );
}
