import { Alert } from '@mui/material';
import type { StatusChangePreview, StatusChangeRow } from '#contract/status-changes';
import { CaseBar } from '../decisions/CaseBar.tsx';
import { useText } from '../i18n/useText.ts';
import { DecideChange } from './DecideChange.tsx';
import { stepsOf, type Step } from './steps.ts';
import { useCompliancesHold } from './useCompliancesHold.ts';
import { useDecider } from './useDecider.ts';

interface DecisionBarProps {
  change: StatusChangeRow;
  /** What is on the screen; null until it is. */
  preview: StatusChangePreview | null;
}

/** The steps that this person may take, by the transition table: approve, reject, take back. */
export function DecisionBar({ change, preview }: DecisionBarProps) {
  const who = useDecider();
  const compliances = useCompliancesHold(change);
  const steps = who ? stepsOf(change, who, compliances) : [];
  return (
    <CaseBar
      resource="status-changes"
      id={change.id}
      verbs={steps.filter(({ hindrance }) => hindrance === null).map(({ verb }) => verb)}
      hint={hindranceOf(steps)}
      dialog={(asked) => <DecideChange key={asked.verb} change={change} preview={preview} {...asked} />}
    />
  );
}

function hindranceOf(steps: readonly Step[]) {
  const why = steps.find(({ hindrance }) => hindrance !== null)?.hindrance;
  return why ? <Hindrance why={why} /> : null;
}

/** Why a step that the role could take is not offered here. */
function Hindrance({ why }: { why: NonNullable<Step['hindrance']> }) {
  const t = useText();
  return (
    <Alert severity="info" sx={{ mt: 1.5 }}>
      {t(why === 'own_request' ? 'decisions.own' : 'changes.complianceOnly')}
    </Alert>
  );
}
