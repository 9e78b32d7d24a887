import { Alert, LinearProgress } from '@mui/material';
import type { StatusChangePreview } from '#contract/status-changes';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { Change } from './Change.tsx';
import { EffectPanel } from './EffectPanel.tsx';

interface RequestEffectProps {
  effect: { preview: StatusChangePreview | null; error: unknown; looking: boolean; asked: boolean };
}

/** What the request would do, as it is being written. */
export function RequestEffect({ effect: { preview, error, looking, asked } }: RequestEffectProps) {
  const t = useText();
  const errorText = useErrorText();
  return (
    <Section title={t('changes.effect')}>
      {looking && <LinearProgress aria-label={t('changes.looking')} sx={{ mb: 1 }} />}
      <div aria-live="polite" aria-busy={looking}>
        {!asked && t('changes.effectFirst')}
        {error !== null && error !== undefined && <Alert severity="error">{errorText(error)}</Alert>}
        {preview && (
          <>
            <p style={{ marginTop: 0 }}>
              <strong>
                <Change change={preview} />
              </strong>{' '}
              · <InstantField at={preview.effective_at} />
            </p>
            <EffectPanel preview={preview} />
          </>
        )}
      </div>
    </Section>
  );
}
