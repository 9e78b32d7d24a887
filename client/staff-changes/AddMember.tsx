import { Button, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { roles, type Role } from '#contract/policy';
import type { StaffChangeRow } from '#contract/staff-changes';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { Choice } from '../fields/Choice.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { useStaffAction } from './useStaffAction.ts';

/** Asks for a new member of staff. */
export function AddMember() {
  const t = useText();
  const may = useMay('staff-changes', 'create');
  const [asking, setAsking] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('staff.add')}
      </Button>
      {asking && <AddDialog onClose={() => setAsking(false)} />}
    </>
  );
}

interface Draft {
  email: string;
  name: string;
  role: Role | '';
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const finish = useStaffAction();
  const [draft, setDraft] = useState<Draft>({ email: '', name: '', role: '' });
  const { email, name, role } = draft;
  async function send(reason: string | undefined) {
    const data = { kind: 'add', email: email.trim(), name: name.trim(), role, reason };
    await api.create<StaffChangeRow>('staff-changes', { data: data as Partial<StaffChangeRow> });
    onClose();
    await finish(t('staff.asked'));
  }
  return (
    <DecisionDialog
      title={t('staff.add')}
      verb={t('staff.send')}
      commentNeeded={false}
      ready={email.trim() !== '' && name.trim() !== '' && role !== ''}
      dirty={email.trim() !== '' || name.trim() !== ''}
      onClose={onClose}
      onDecide={send}
    >
      <Fields draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
    </DecisionDialog>
  );
}

/** The comment, which comes last here, takes the cursor when the dialog opens: it is taken back. */
function Fields({ draft: { email, name, role }, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const t = useText();
  const label = useLabel();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <TextField
        label={t('staff.email')}
        type="email"
        required
        inputRef={first}
        value={email}
        onChange={(event) => onChange({ email: event.target.value })}
      />
      <TextField label={t('staff.name')} required value={name} onChange={(event) => onChange({ name: event.target.value })} />
      <Choice label={t('staff.role')} value={role} values={roles} word={(one) => label('role', one)} onChoose={(one) => onChange({ role: one })} />
    </>
  );
}
