import { Box } from '@mui/material';
import { audiences, campaignKinds } from '#contract/campaigns';
import { Choice } from '../fields/Choice.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { DraftField } from './DraftField.tsx';
import type { CampaignEditing } from './useCampaignDraft.ts';

/** What a campaign is called, whose it is and where it leads. Code, kind and audience stay once it is no draft any more. */
export function BasicsFields({ form }: { form: CampaignEditing }) {
  const t = useText();
  const { draft, change } = form;
  return (
    <Section title={t('campaigns.form.basics')}>
      {!form.adjusting && <WhoseFields form={form} />}
      <DraftField form={form} name="name" label={t('campaigns.name')} value={draft.name} onChange={(name) => change({ name })} required max={200} />
      <DraftField
        form={form}
        name="landing_url"
        label={t('campaigns.landingUrl')}
        value={draft.landing_url}
        onChange={(landing_url) => change({ landing_url })}
        hint={t('campaigns.landingHint')}
        required
        max={2000}
        kind="url"
      />
    </Section>
  );
}

function WhoseFields({ form }: { form: CampaignEditing }) {
  const t = useText();
  const label = useLabel();
  const { draft, change, problemOf } = form;
  return (
    <>
      <DraftField
        form={form}
        name="code"
        label={t('campaigns.code')}
        value={draft.code}
        onChange={(code) => change({ code })}
        hint={t('campaigns.codeHint')}
        required
        autoFocus
        max={64}
      />
      <Box sx={{ display: 'flex', columnGap: 4, flexWrap: 'wrap', mb: 1 }}>
        <Choice
          label={t('campaigns.kind')}
          value={draft.kind}
          values={campaignKinds}
          word={(kind) => label('campaignKind', kind)}
          onChoose={(kind) => change({ kind })}
          problem={problemOf('kind')}
        />
        {draft.kind === 'exclusive' && (
          <Choice
            label={t('campaigns.audience')}
            value={draft.audience}
            values={audiences}
            word={(audience) => label('audience', audience)}
            onChoose={(audience) => change({ audience })}
            problem={problemOf('audience')}
          />
        )}
      </Box>
    </>
  );
}
