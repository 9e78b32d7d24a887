import { Stack, Typography } from '@mui/material';
import { type CampaignDocument, textLanguages } from '#contract/campaigns';
import { InstantField } from '../fields/InstantField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { useCampaignWords } from './campaignWords.ts';

interface DocumentValueProps {
  field: keyof CampaignDocument;
  document: CampaignDocument;
}

/** One part of what a version of a campaign says, as text. */
export function DocumentValue({ field, document }: DocumentValueProps) {
  const t = useText();
  const words = useCampaignWords();
  const currency = document.rewards[0]?.currency ?? null;
  switch (field) {
    case 'starts_at':
    case 'ends_at':
      return <InstantField at={document[field]} />;
    case 'regions':
      return <span>{words.regions(document.regions)}</span>;
    case 'programmes':
      return <span>{words.programmes(document.programmes)}</span>;
    case 'tasks':
      return <Lines lines={document.tasks.map((task) => words.task(task))} />;
    case 'rewards':
      return <Lines lines={document.rewards.map((reward) => words.reward(reward))} />;
    case 'budget':
      return <MoneyField amount={document.budget} currency={currency} exact />;
    case 'cap_per_affiliate':
      if (document.cap_per_affiliate === null) return <span>{t('campaigns.noCap')}</span>;
      return <MoneyField amount={document.cap_per_affiliate} currency={currency} exact />;
    case 'texts':
      return <Texts texts={document.texts} />;
    case 'name':
    case 'landing_url':
      return <bdi style={{ overflowWrap: 'anywhere' }}>{document[field]}</bdi>;
  }
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

function Texts({ texts }: { texts: CampaignDocument['texts'] }) {
  const t = useText();
  const label = useLabel();
  const there = textLanguages.flatMap((language) => (texts[language] ? [{ language, ...texts[language] }] : []));
  if (there.length === 0) return <span>{t('campaigns.noTexts')}</span>;
  return (
    <Stack spacing={1.5}>
      {there.map(({ language, title, body }) => (
        <div key={language} style={{ overflowWrap: 'anywhere' }}>
          <Typography variant="body2" color="textSecondary">
            {label('language', language)}
          </Typography>
          <div dir="auto" style={{ fontWeight: 600 }}>
            {title}
          </div>
          <div dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
            {body}
          </div>
        </div>
      ))}
    </Stack>
  );
}
