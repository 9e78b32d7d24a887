import { Button, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import type { Claimable, ClaimRow } from '#contract/claims';
import { useMay } from '../auth/access.ts';
import { useDecider } from '../auth/useDecider.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useNotifyUndo } from '../notices/useNotifyUndo.tsx';
import { ClaimMark } from './ClaimMark.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { useClaiming, useClaimOn } from './useClaims.ts';

/** On a waiting case: take it in hand (I), put it back, hand it over; and who has it until when. */
export function ClaimControl({ resource, id }: { resource: Claimable; id: string }) {
  const t = useText();
  const me = useDecider();
  const may = useMay(resource, 'approve');
  const claim = useClaimOn(resource, id);
  const { take, putBack, handOver } = useClaiming();
  const [giving, setGiving] = useState(false);
  const attempt = useAttempt();
  const notifyUndo = useNotifyUndo();
  const mine = claim !== undefined && claim.holder === me?.name;
  const free = may && (claim === undefined || (claim.overdue && !mine));
  const takeIt = () => void attempt(() => take(resource, id));
  useShortcut('i', takeIt, { enabled: free });
  useKeptByOpening(mine ? claim : undefined, () => void attempt(() => take(resource, id)));
  async function letGo(of: ClaimRow) {
    if (await attempt(() => putBack(of))) notifyUndo(t('worklist.isPutBack'), () => take(resource, id));
  }
  if (!may) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      {claim && <ClaimMark claim={claim} />}
      {claim && (
        <Typography variant="body2" color="textSecondary">
          {t('worklist.until')} <InstantField at={claim.until} short />
        </Typography>
      )}
      {free && (
        <Button onClick={takeIt} endIcon={<KeyCaps keys="i" />}>
          {t('worklist.take')}
        </Button>
      )}
      {mine && <Button onClick={() => void letGo(claim)}>{t('worklist.putBack')}</Button>}
      {mine && <Button onClick={() => setGiving(true)}>{t('worklist.handOver')}</Button>}
      {mine && giving && (
        <HandOverDialog
          resource={resource}
          onClose={() => setGiving(false)}
          onGive={async (to) => {
            await handOver(claim, to);
            setGiving(false);
          }}
        />
      )}
    </Stack>
  );
}

/** Opening a case that one has in hand keeps it there for as long again. */
function useKeptByOpening(claim: ClaimRow | undefined, keep: () => void): void {
  const kept = useRef<string | null>(null);
  useEffect(() => {
    if (!claim || kept.current === claim.case_id) return;
    kept.current = claim.case_id;
    keep();
  });
}

/** Tries something and says why it was refused; answers whether it was done. */
function useAttempt(): (act: () => Promise<void>) => Promise<boolean> {
  const errorText = useErrorText();
  const notify = useNotify();
  return async (act) => {
    try {
      await act();
      return true;
    } catch (error) {
      notify(errorText(error), { type: 'error' });
      return false;
    }
  };
}
