import { Box } from '@mui/material';
import { textLanguages } from '#contract/campaigns';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { DraftField } from './DraftField.tsx';
import type { CampaignEditing } from './useCampaignDraft.ts';

/** What a campaign says in each language; a language may stay empty. */
export function TextFields({ form }: { form: CampaignEditing }) {
  const t = useText();
  const label = useLabel();
  const { draft, change } = form;
  return (
    <Section title={t('campaigns.form.texts')}>
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } }}>
        {textLanguages.map((language) => {
          const text = draft.texts[language];
          const set = (part: Partial<typeof text>) => change({ texts: { ...draft.texts, [language]: { ...text, ...part } } });
          const name = label('language', language);
          return (
            <Box key={language}>
              <DraftField
                form={form}
                name={`texts.${language}.title`}
                label={t('campaigns.textTitle', { language: name })}
                value={text.title}
                onChange={(title) => set({ title })}
                max={200}
              />
              <DraftField
                form={form}
                name={`texts.${language}.body`}
                label={t('campaigns.textBody', { language: name })}
                value={text.body}
                onChange={(body) => set({ body })}
                max={5000}
                multiline
              />
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}
