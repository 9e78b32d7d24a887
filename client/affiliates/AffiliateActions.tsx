import { Button, Stack } from '@mui/material';
import { LinkBase, useNavigate } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { listPath } from '../list/listPath.ts';
import { checkPath } from '../recalls/question.ts';

/** What this person can ask for on this affiliate. */
export function AffiliateActions({ affiliate: { uid, programme, ended_at } }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const mayChange = useMay('status-changes', 'create') && programme !== null;
  const mayBoost = useMay('boosts', 'create') && programme === 'partner' && ended_at === null;
  const mayCheck = useMay('recalls', 'read');
  const maySignals = useMay('signals', 'read') && programme !== null;
  const query = new URLSearchParams({ affiliate_uid: uid });
  // Who takes part in `pro` recalls others; everybody else may be recalled.
  const check = checkPath(programme === 'pro' && ended_at === null ? { inviter: uid } : { uid });
  const navigate = useNavigate();
  const request = `/status-changes/create?${query}`;
  useShortcut('n', () => navigate(request), { enabled: mayChange });
  return (
    <Stack direction="row" spacing={1}>
      {maySignals && (
        <Button component={LinkBase} to={listPath('signals', { affiliate_uid: uid })}>
          {t('signals.ofAffiliate')}
        </Button>
      )}
      {mayCheck && (
        <Button component={LinkBase} to={check}>
          {t('recalls.check')}
        </Button>
      )}
      {mayBoost && (
        <Button component={LinkBase} to={`/boosts/create?${query}`}>
          {t('boosts.request')}
        </Button>
      )}
      {mayChange && (
        <Button
          component={LinkBase}
          to={request}
          variant="contained"
          aria-label={t('changes.request')}
          aria-keyshortcuts="n"
          endIcon={<KeyCaps keys="n" />}
        >
          {t('changes.request')}
        </Button>
      )}
    </Stack>
  );
}
