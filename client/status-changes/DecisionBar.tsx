import type { StatusChangePreview, StatusChangeRow } from '#contract/status-changes';
import { useRole } from '../auth/access.ts';
import { RequestDecision } from '../decisions/RequestDecision.tsx';
import { useText } from '../i18n/useText.ts';
import { DecideChange } from './DecideChange.tsx';
import { isCompliances } from './steps.ts';

interface DecisionBarProps {
  change: StatusChangeRow;
  /** What is on the screen; null until it is. */
  preview: StatusChangePreview | null;
}

/** The steps that this person may take: approve, reject, take back. */
export function DecisionBar({ change, preview }: DecisionBarProps) {
  const t = useText();
  const role = useRole();
  return (
    <RequestDecision
      resource="status-changes"
      request={change}
      hindered={(verb) => (role && isCompliances(change, verb, role) ? t(verb === 'reject' ? 'changes.complianceRejects' : 'changes.complianceOnly') : null)}
      dialog={(deciding) => <DecideChange change={change} preview={preview} {...deciding} />}
    />
  );
}
