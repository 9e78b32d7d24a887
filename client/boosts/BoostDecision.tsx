import { Alert } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import type { BoostRow } from '#contract/boosts';
import { useMay } from '../auth/access.ts';
import { CaseBar } from '../decisions/CaseBar.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';

const verbs = ['approve', 'reject'] as const;

/** Decides a boost; not by who asked for it. */
export function BoostDecision({ boost: { id, state, requested_by } }: { boost: BoostRow }) {
  const t = useText();
  const { identity } = useGetIdentity();
  const may = useMay('boosts', 'approve') && state === 'pending';
  const own = identity?.email === requested_by;
  const hint = (
    <Alert severity="info" sx={{ mt: 1.5 }}>
      {t('decisions.ownDecision')}
    </Alert>
  );
  return (
    <CaseBar
      resource="boosts"
      id={id}
      verbs={may && !own ? verbs : []}
      hint={may && own ? hint : null}
      dialog={(asked) => <DecideBoost key={asked.verb} id={id} {...asked} />}
    />
  );
}

interface DecideBoostProps {
  id: string;
  verb: (typeof verbs)[number];
  onClose: () => void;
  onDecided: () => void;
}

function DecideBoost({ id, verb, onClose, onDecided }: DecideBoostProps) {
  const t = useText();
  const decide = useDecide('boosts');
  async function send(comment: string | undefined) {
    await decide({ id, verb, body: { comment }, done: t(`decisions.done.${verb}`) });
    onDecided();
  }
  return (
    <DecisionDialog
      title={t(`boosts.ask.${verb}`, { smart_count: 1 })}
      verb={t(`decisions.verb.${verb}`)}
      grave={verb === 'reject'}
      commentNeeded={verb === 'reject'}
      onClose={onClose}
      onDecide={send}
    />
  );
}
