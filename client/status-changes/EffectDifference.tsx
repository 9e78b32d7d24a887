import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { StatusChangePreview } from '#contract/status-changes';
import { MoneyList } from '../fields/MoneyList.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

interface EffectDifferenceProps {
  seen: StatusChangePreview;
  now: StatusChangePreview;
}

interface Line {
  name: string;
  of: (preview: StatusChangePreview) => ReactNode;
  /** What makes two of them the same. */
  by: (preview: StatusChangePreview) => unknown;
}

/** The effect that was seen beside the one that it would have now: what differs is marked in words. */
export function EffectDifference({ seen, now }: EffectDifferenceProps) {
  const t = useText();
  const lines = useLines();
  const changed = ({ by }: Line) => JSON.stringify(by(seen)) !== JSON.stringify(by(now));
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('changes.moved')}
      </Typography>
      <PlainTable
        caption={t('changes.moved')}
        rows={lines}
        keyOf={({ name }) => name}
        columns={[
          { name: t('changes.what'), cell: ({ name }) => name },
          { name: t('changes.seen'), cell: ({ of }) => of(seen) },
          {
            name: t('changes.now'),
            cell: (line) => (
              <Box component="span" sx={changed(line) ? { fontWeight: 600 } : {}}>
                {line.of(now)}
              </Box>
            ),
          },
          { name: '', cell: (line) => t(changed(line) ? 'changes.differs' : 'changes.same') },
        ]}
      />
    </Box>
  );
}

function useLines(): Line[] {
  const t = useText();
  const label = useLabel();
  return [
    {
      name: t('changes.enrolment'),
      by: ({ enrolment }) => enrolment,
      of: ({ enrolment }) => {
        if (!enrolment) return t('changes.notEnrolled');
        const programme = label('programme', enrolment.programme);
        return enrolment.ends
          ? t('changes.endsAs', { programme, reason: label('endReason', enrolment.end_reason) })
          : t('changes.openSince', { programme });
      },
    },
    {
      name: t('changes.accruals'),
      by: ({ accruals }) => accruals,
      of: ({ accruals }) => <MoneyList sums={accruals.map(({ currency, open }) => ({ currency, amount: open }))} exact />,
    },
    {
      name: t('changes.reversals'),
      by: ({ reversals }) => reversals,
      of: ({ reversals: { count, totals } }) => (
        <>
          {t('changes.count', { smart_count: count })} {count > 0 && <MoneyList sums={totals} exact />}
        </>
      ),
    },
    {
      name: t('changes.reviews'),
      by: ({ reviews_withdrawn }) => reviews_withdrawn,
      of: ({ reviews_withdrawn }) => reviews_withdrawn.map(({ id, month }) => t('changes.review', { month, id })).join(t('word.comma')) || '–',
    },
    {
      name: t('changes.campaigns'),
      by: ({ campaigns_left }) => campaigns_left,
      of: ({ campaigns_left }) => campaigns_left.map(({ code }) => code).join(t('word.comma')) || '–',
    },
    {
      name: t('changes.bonuses'),
      by: ({ bonuses_withdrawn }) => bonuses_withdrawn,
      of: ({ bonuses_withdrawn }) => bonuses_withdrawn?.map(({ campaign, reward }) => `${campaign}: ${label('rewardKind', reward)}`).join(t('word.comma')) || '–',
    },
  ];
}
