import { Alert, Stack } from '@mui/material';
import type { ReversalRow } from '#contract/reversals';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import type { RecordRequests } from '../reversals/recordRequests.ts';

/** What was asked for about this record and waits for another person, above all else that is said of it (PAY-4, PAY-6). */
export function PendingRequests(asked: Record<RecordRequests, readonly ReversalRow[]>) {
  return (
    <Stack spacing={1} sx={{ mb: 2, '&:empty': { display: 'none' } }}>
      {(['reversals', 'corrections'] as const).flatMap((resource) =>
        asked[resource]
          .filter(({ state }) => state === 'pending')
          .map((request) => <Waits key={`${resource} ${request.id}`} resource={resource} request={request} />),
      )}
    </Stack>
  );
}

function Waits({ resource, request: { id, source, requested_by, requested_at } }: { resource: RecordRequests; request: ReversalRow }) {
  const t = useText();
  const by = source === 'system' ? t('recordRequests.bySystem') : requested_by;
  return (
    <Alert severity="info">
      <strong>{t(`recordRequests.waits.${resource}`)}</strong> {t('affiliates.standing.waits', { by })}{' · '}
      <WaitingField since={requested_at} waits />{' '}
      <TextLink to={`/${resource}/${id}/show`}>{t(`recordRequests.requestNo.${resource}`, { id })}</TextLink>
    </Alert>
  );
}
