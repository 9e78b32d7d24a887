import { Alert, AlertTitle, Box } from '@mui/material';
import type { RecallEligibility } from '#contract/recalls';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useLabels, useText } from '../i18n/useText.ts';

/** Yes or no, every reason, and from which day on it would be possible. */
export function RecallAnswer({ answer }: { answer: RecallEligibility }) {
  const t = useText();
  const label = useLabel();
  const [verdict, ...rest] = useLines(answer);
  const { uid, inviter_uid, at, via } = answer;
  return (
    <Section title={t('recalls.answer')}>
      <Alert severity={answer.eligible ? 'success' : 'error'} sx={{ mb: 1.5 }}>
        <AlertTitle>{verdict}</AlertTitle>
        {rest.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Alert>
      <Facts
        facts={[
          { name: t('recalls.user'), value: <UidLink uid={uid} /> },
          { name: t('recalls.by'), value: inviter_uid ? <UidLink uid={inviter_uid} /> : t('recalls.nobody') },
          {
            name: t('recalls.judgedAt'),
            value: (
              <Box component="span">
                <InstantField at={at} />, {t('recalls.asIfConfirmed')}
              </Box>
            ),
          },
          { name: t('recalls.via'), value: label('recallVia', via) },
        ]}
      />
    </Section>
  );
}

function useLines({ uid, inviter_uid, eligible, refusals, possible_from }: RecallEligibility): string[] {
  const t = useText();
  const labels = useLabels();
  const names = { uid, inviter: inviter_uid ?? t('recalls.nobody') };
  if (eligible) return [t('recalls.yes', names), t('recalls.confirms')];
  return [
    t('recalls.no', names),
    t('recalls.why', { reasons: labels('recallRefusal', refusals) }),
    possible_from ? t('recalls.then', { day: possible_from }) : t('recalls.never'),
  ];
}
