import { Box } from '@mui/material';
import { codeOf, detailsOf } from '../api/http.ts';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';

/** Why something was refused; of what is stale, what has changed since it was asked for (STA-11). */
export function Refused({ error }: { error: unknown }) {
  const errorText = useErrorText();
  return (
    <>
      {errorText(error)}
      {codeOf(error) === 'stale' && <Changed details={detailsOf(error)} />}
    </>
  );
}

/** What a request was filed against, and what there is now; of an enrolment only that it is another one. */
interface StaleDetails {
  field?: string;
  from?: string;
  is?: { at_effective: string; latest: string };
}

function Changed({ details }: { details: Record<string, unknown> }) {
  const t = useText();
  const label = useLabel();
  const { field, from, is } = details as StaleDetails;
  if (!field || !from || !is) return null;
  const now = is.latest === from ? is.at_effective : is.latest;
  const words =
    field === 'leave' || field === 'terminate'
      ? t('decisions.enrolmentOver')
      : t('decisions.changed', {
          what: label('changeKind', field),
          from: label('standing', from),
          now: label('standing', now),
        });
  return <Box sx={{ mt: 0.5 }}>{words}</Box>;
}
