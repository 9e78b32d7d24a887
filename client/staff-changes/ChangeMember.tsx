import { Alert, Button, Stack } from '@mui/material';
import { useState } from 'react';
import { roles, type Role } from '#contract/policy';
import type { StaffRow } from '#contract/staff';
import type { StaffChangeRow } from '#contract/staff-changes';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { Choice } from '../fields/Choice.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { useDecider } from '../auth/useDecider.ts';
import { useStaffAction } from './useStaffAction.ts';

type Wish = 'role' | 'disable' | 'enable';

/** What can be asked for about a member: nobody asks about themselves. */
export function ChangeMember({ member }: { member: StaffRow }) {
  const t = useText();
  const me = useDecider();
  const may = useMay('staff-changes', 'create');
  const [wish, setWish] = useState<Wish | null>(null);
  if (!may || !me || me.name === member.email) return null;
  const wishes: readonly Wish[] = member.state === 'disabled' ? ['enable'] : ['role', 'disable'];
  return (
    <>
      <Stack direction="row" spacing={1}>
        {wishes.map((one) => (
          <Button key={one} size="small" color={one === 'disable' ? 'error' : 'primary'} onClick={() => setWish(one)}>
            {t(`staff.wish.${one}`)}
          </Button>
        ))}
      </Stack>
      {wish && <ChangeDialog member={member} wish={wish} onClose={() => setWish(null)} />}
    </>
  );
}

function ChangeDialog({ member, wish, onClose }: { member: StaffRow; wish: Wish; onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const api = useApi();
  const finish = useStaffAction();
  const [role, setRole] = useState<Role | ''>('');
  const others = roles.filter((one) => one !== member.role);
  async function send(reason: string | undefined) {
    const data = { kind: wish, staff_id: member.id, ...(wish === 'role' ? { role } : {}), reason };
    await api.create<StaffChangeRow>('staff-changes', { data: data as Partial<StaffChangeRow> });
    onClose();
    await finish(t(wish === 'disable' ? 'staff.disabled' : 'staff.asked'));
  }
  return (
    <DecisionDialog
      title={t(`staff.wishOf.${wish}`, { name: member.name })}
      verb={t(wish === 'disable' ? 'staff.wish.disable' : 'staff.send')}
      grave={wish === 'disable'}
      commentNeeded={false}
      ready={wish !== 'role' || role !== ''}
      onClose={onClose}
      onDecide={send}
    >
      <Alert severity={wish === 'disable' ? 'warning' : 'info'} sx={{ mb: 1.5 }}>
        {t(wish === 'disable' ? 'staff.atOnce' : 'staff.onceAgreed')}
      </Alert>
      {wish === 'role' && (
        <Choice label={t('staff.newRole')} value={role} values={others} word={(one) => label('role', one)} onChoose={setRole} />
      )}
    </DecisionDialog>
  );
}
