import { Alert, Stack } from '@mui/material';
import { useState } from 'react';
import type { ApprovedStaffChange, StaffChangeRow } from '#contract/staff-changes';
import { useApi } from '../api/useRead.ts';
import type { DecisionBody } from '../api/verbs.ts';
import { type CaseVerb, isCaseVerb, VerbButton } from '../decisions/CaseBar.tsx';
import { offersOf } from '../decisions/offers.ts';
import { RequestDialog } from '../decisions/RequestDialog.tsx';
import { Facts } from '../fields/Facts.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { useDecider } from '../auth/useDecider.ts';
import { RoleChange } from './RoleChange.tsx';
import { useStaffAction } from './useStaffAction.ts';

export type Invitation = NonNullable<ApprovedStaffChange['invitation']>;

interface DecideStaffChangeProps {
  change: StaffChangeRow;
  /** Told the token that an approval hands out: it must outlive the row, which goes with a filtered list. */
  onInvited?: (email: string, invitation: Invitation) => void;
}

/** What this person may do with a request: compliance decides what another asked, not about themselves; who asked takes it back. */
export function DecideStaffChange({ change, onInvited }: DecideStaffChangeProps) {
  const me = useDecider();
  const [verb, setVerb] = useState<CaseVerb | null>(null);
  // Whom it is about decides nothing of it, beside what the table of transitions says.
  const about = me?.name === change.email;
  const offers = me ? offersOf('staff-changes', change, me).filter(({ hindrance }) => hindrance === null) : [];
  const verbs = offers.flatMap(({ verb: name }) => (isCaseVerb(name) && (name === 'cancel' || !about) ? [name] : []));
  return (
    <>
      <Stack direction="row" spacing={1}>
        {verbs.map((name) => (
          <VerbButton key={name} verb={name} amongOthers onPress={() => setVerb(name)} />
        ))}
      </Stack>
      {verb && (
        <Decide
          change={change}
          verb={verb}
          onClose={() => setVerb(null)}
          onDecided={(invitation) => {
            setVerb(null);
            if (invitation) onInvited?.(change.email, invitation);
          }}
        />
      )}
    </>
  );
}

interface DecideProps {
  change: StaffChangeRow;
  verb: CaseVerb;
  onClose: () => void;
  onDecided: (invitation: Invitation | undefined) => void;
}

function Decide({ change, verb, onClose, onDecided }: DecideProps) {
  const t = useText();
  const label = useLabel();
  const api = useApi();
  const finish = useStaffAction();
  const { id, kind, email, name, reason, requested_by } = change;
  async function send(body: DecisionBody) {
    const { invitation } = await api.decide<ApprovedStaffChange>('staff-changes', id, verb, body);
    onDecided(invitation);
    await finish(t(`decisions.done.${verb}`));
  }
  return (
    <RequestDialog
      verb={verb}
      title={t(`staff.ask.${verb}`)}
      onClose={onClose}
      onDecide={send}
    >
      <Facts
        facts={[
          { name: t('staff.what'), value: label('staffChangeKind', kind) },
          { name: t('staff.whom'), value: `${name} (${email})` },
          { name: t('staff.role'), value: <RoleChange change={change} /> },
          { name: t('staff.why'), value: reason ?? '–' },
          { name: t('staff.askedBy'), value: requested_by },
        ]}
      />
      {verb === 'approve' && kind === 'role' && (
        <Alert severity="info" sx={{ my: 1.5 }}>
          {t('staff.endsSessions')}
        </Alert>
      )}
    </RequestDialog>
  );
}
