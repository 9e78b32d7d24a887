import { Alert, Stack } from '@mui/material';
import { useGetList } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import type { StatusChangeRow } from '#contract/status-changes';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { HoldsField } from '../status-changes/HoldsField.tsx';
import { PendingBoosts } from './PendingBoosts.tsx';
import { useRestrictionSpan } from './useRestrictionSpan.ts';

/** What holds of an affiliate beyond the usual, since when and by whom, and what waits for a second person. */
export function StandingBanner({ affiliate }: { affiliate: AffiliateDetail }) {
  const mayBoosts = useMay('boosts', 'read');
  const { uid, restriction, programme } = affiliate;
  const span = useRestrictionSpan(uid, restriction);
  const request = restriction === 'none' ? null : (/^status_change:(\d+)/.exec(span?.cause ?? '')?.[1] ?? null);
  return (
    <Stack spacing={1} sx={{ mb: 2, '&:empty': { display: 'none' } }}>
      {restriction !== 'none' && <Restriction restriction={restriction} since={span?.from ?? null} request={request} />}
      <OpenRequests uid={uid} except={request} />
      {mayBoosts && programme === 'partner' && <PendingBoosts uid={uid} />}
    </Stack>
  );
}

interface RestrictionProps {
  restriction: Exclude<AffiliateDetail['restriction'], 'none'>;
  since: string | null;
  /** The request that brought it; null where none did. */
  request: string | null;
}

function Restriction({ restriction, since, request }: RestrictionProps) {
  const t = useText();
  const { data: change } = useRead<StatusChangeRow>(`status-changes/${request}`, { enabled: request !== null });
  return (
    <Alert severity={restriction === 'suspended' ? 'error' : 'warning'}>
      <strong>{t(`affiliates.standing.${restriction}`)}</strong>
      {since && (
        <>
          {' '}
          {t('affiliates.standing.since')} <InstantField at={since} />
        </>
      )}
      {change && <BroughtBy change={change} />}
    </Alert>
  );
}

function BroughtBy({ change }: { change: StatusChangeRow }) {
  const t = useText();
  const label = useLabel();
  const { id, requested_by, reason_code, decided_by } = change;
  return (
    <>
      {'; '}
      {t('affiliates.standing.by', { by: requested_by, reason: label('reasonCode', reason_code) })}{' '}
      {decided_by ? t('affiliates.standing.agreed', { by: decided_by }) : t('affiliates.standing.notAgreed')}{' '}
      {!decided_by && change.holds_until && (
        <>
          <HoldsField change={change} />{' '}
        </>
      )}
      <TextLink to={`/status-changes/${id}/show`}>{t('decisions.numbered', { id })}</TextLink>
    </>
  );
}

/** Requests that are not settled: those that wait for a second person, and approved ones whose instant lies ahead. */
function OpenRequests({ uid, except }: { uid: string; except: string | null }) {
  const { data } = useGetList<StatusChangeRow>('status-changes', {
    filter: { affiliate_uid: uid, state: ['pending', 'approved'] },
    sort: { field: 'requested_at', order: 'DESC' },
    pagination: { page: 1, perPage: 20 },
  });
  return data?.filter(({ id }) => id !== except).map((change) => <OpenRequest key={change.id} change={change} />);
}

function OpenRequest({ change }: { change: StatusChangeRow }) {
  const t = useText();
  const label = useLabel();
  const { id, kind, from, to, state, requested_by, requested_at, effective_at } = change;
  return (
    <Alert severity="info">
      <strong>{label('changeKind', kind)}</strong>{' '}
      {t('changes.fromTo', { from: label('standing', from), to: label('standing', to) })}
      {': '}
      {state === 'pending' ? (
        <>
          {t('affiliates.standing.waits', { by: requested_by })} <InstantField at={requested_at} short />
        </>
      ) : (
        <>
          {t('affiliates.standing.ahead')} <InstantField at={effective_at} />
        </>
      )}{' '}
      <TextLink to={`/status-changes/${id}/show`}>{t('decisions.numbered', { id })}</TextLink>
    </Alert>
  );
}
