import { Box, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material';
import { programmes } from '#contract/rulebooks';
import { Section } from '../fields/Section.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { DraftField, DraftInstant } from './DraftField.tsx';
import { regionsOf } from './draft.ts';
import type { CampaignEditing } from './useCampaignDraft.ts';

/** When a campaign runs, and where and for which programmes it holds. */
export function WhenAndWhereFields({ form }: { form: CampaignEditing }) {
  const t = useText();
  const { draft, change } = form;
  return (
    <>
      <Section title={t('campaigns.form.period')}>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <DraftInstant
            form={form}
            name="starts_at"
            label={t('campaigns.startsAt')}
            value={draft.starts_at}
            onChange={(starts_at) => change({ starts_at })}
            required
          />
          <DraftInstant
            form={form}
            name="ends_at"
            label={t('campaigns.endsAt')}
            value={draft.ends_at}
            onChange={(ends_at) => change({ ends_at })}
            required
          />
        </Box>
      </Section>
      <Where form={form} />
    </>
  );
}

function Where({ form }: { form: CampaignEditing }) {
  const t = useText();
  const label = useLabel();
  const written = useWritten();
  const { draft, change, problemOf } = form;
  const codes = regionsOf(draft);
  const toggle = (one: (typeof programmes)[number]) =>
    change({ programmes: draft.programmes.includes(one) ? draft.programmes.filter((other) => other !== one) : [...draft.programmes, one] });
  const problem = problemOf('programmes');
  return (
    <Section title={t('campaigns.form.regions')}>
      <DraftField
        form={form}
        name="regions"
        label={t('campaigns.regions')}
        value={draft.regions}
        onChange={(regions) => change({ regions })}
        hint={codes.length > 0 ? codes.map(written.country).join(t('word.comma')) : t('campaigns.regionsHint')}
      />
      <Box role="group" aria-label={t('campaigns.programmes')}>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('campaigns.programmesHint')}
        </Typography>
        {programmes.map((one) => (
          <FormControlLabel
            key={one}
            label={label('programme', one)}
            control={<Checkbox size="small" checked={draft.programmes.includes(one)} onChange={() => toggle(one)} />}
          />
        ))}
        {problem && <FormHelperText error>{problem}</FormHelperText>}
      </Box>
    </Section>
  );
}
