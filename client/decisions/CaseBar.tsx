import { Button, Paper, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-admin';
import type { Resource } from '#contract/policy';
import { ClaimControl } from '../claims/ClaimControl.tsx';
import { HeldByOthers } from '../claims/HeldByOthers.tsx';
import { isClaimable } from '../claims/useClaims.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { focusMain } from '../layout/focusMain.ts';
import { TOP_BAR_HEIGHT } from '../layout/topBarHeight.ts';
import { QueueArrows } from './QueueArrows.tsx';
import { CaseNotices } from './caseNotices.ts';
import { DecidedMeanwhile } from './DecidedMeanwhile.tsx';
import { useQueue } from './useQueue.ts';
import { useGone } from './useGone.ts';

const looks = {
  approve: { variant: 'contained', color: 'primary', keys: 'a' },
  reject: { variant: 'outlined', color: 'error', keys: 'r' },
  cancel: { variant: 'outlined', color: 'inherit', keys: null },
} as const;

export type CaseVerb = keyof typeof looks;

export function isCaseVerb(verb: string): verb is CaseVerb {
  return Object.hasOwn(looks, verb);
}

interface CaseBarProps<Verb extends CaseVerb> {
  resource: Resource;
  id: string;
  /** The field that says since when a case has been waiting. */
  since?: string;
  /** What this person may do with the case now. */
  verbs: readonly Verb[];
  /** Why they may not do more. */
  hint?: ReactNode;
  dialog: (asked: { verb: Verb; onClose: () => void; onDecided: () => void }) => ReactNode;
}

/**
 * Above a case: decide it (A, R), or go to the one before or after (arrows). After a decision the next case opens by
 * itself. Not there where there is nothing to decide and nowhere to go.
 */
export function CaseBar<Verb extends CaseVerb>({ resource, id, since, verbs, hint, dialog }: CaseBarProps<Verb>) {
  const navigate = useNavigate();
  const { queue, after } = useQueue(resource, id, since);
  const [verb, setVerb] = useState<Verb | null>(null);
  const gone = useGone(id, queue !== null);
  const free = (name: CaseVerb) => verbs.find((one) => one === name) ?? null;
  const goTo = (other: string) => navigate(`/${resource}/${other}/show`);
  useShortcut('a', () => setVerb(free('approve')), { enabled: free('approve') !== null });
  useShortcut('r', () => setVerb(free('reject')), { enabled: free('reject') !== null });
  function decided() {
    setVerb(null);
    const next = after();
    if (next) goTo(next);
    else focusMain();
  }
  const notice = gone ? <DecidedMeanwhile resource={resource} id={id} /> : null;
  if (verbs.length === 0 && !hint && !queue && !verb) return notice;
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mb: 2, position: 'sticky', top: TOP_BAR_HEIGHT, zIndex: 2 }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        {verbs.map((name) => (
          <VerbButton key={name} verb={name} onPress={() => setVerb(name)} />
        ))}
        <QueueArrows queue={queue} onGo={goTo} />
        {queue && isClaimable(resource) && <ClaimControl key={id} resource={resource} id={id} />}
      </Stack>
      {hint}
      {notice}
      <CaseNotices value={notice ?? <HeldByOthers resource={resource} ids={[id]} />}>
        {verb && dialog({ verb, onClose: () => setVerb(null), onDecided: decided })}
      </CaseNotices>
    </Paper>
  );
}

/** The button of a verb, with its key; `amongOthers` of its kind on the page none of them has one. */
export function VerbButton({ verb, amongOthers = false, onPress }: { verb: CaseVerb; amongOthers?: boolean; onPress: () => void }) {
  const t = useText();
  const { color } = looks[verb];
  const { variant, keys } = amongOthers ? ({ variant: 'outlined', keys: null } as const) : looks[verb];
  return (
    <Button
      variant={variant}
      color={color}
      onClick={onPress}
      aria-label={t(`decisions.verb.${verb}`)}
      {...(keys ? { 'aria-keyshortcuts': keys, endIcon: <KeyCaps keys={keys} /> } : {})}
    >
      {t(`decisions.verb.${verb}`)}
    </Button>
  );
}
