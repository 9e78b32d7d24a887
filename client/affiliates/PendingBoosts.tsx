import { Alert } from '@mui/material';
import { useGetList } from 'react-admin';
import type { BoostRow } from '#contract/boosts';
import { InstantField } from '../fields/InstantField.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';

/** Boosts of this affiliate that wait for a second person. */
export function PendingBoosts({ uid }: { uid: string }) {
  const t = useText();
  const { data } = useGetList<BoostRow>('boosts', {
    filter: { affiliate_uid: uid, state: 'pending' },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 10 },
  });
  return data?.map(({ id, from, to, requested_by }) => (
    <Alert key={id} severity="info">
      {t('affiliates.standing.boost', { by: requested_by })} <InstantField at={from} short /> –{' '}
      <InstantField at={to} short /> <TextLink to={`/boosts/${id}/show`}>{t('boosts.title', { id })}</TextLink>
    </Alert>
  ));
}
