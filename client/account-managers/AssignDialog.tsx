import { MenuItem, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useApi } from '../api/useRead.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useText } from '../i18n/useText.ts';
import { usePossibleManagers } from './usePossibleManagers.ts';

const NOBODY = '';

interface AssignDialogProps {
  uid: string;
  current: string | null;
  onClose: () => void;
}

/** Gives an affiliate to a member of staff, or to nobody, and says why. */
export function AssignDialog({ uid, current, onClose }: AssignDialogProps) {
  const t = useText();
  const api = useApi();
  const notify = useNotify();
  const queries = useQueryClient();
  const managers = usePossibleManagers();
  const [chosen, setChosen] = useState(current ?? NOBODY);
  // Who looks after it may no longer work with affiliates.
  const known = current === null || managers.some(({ email }) => email === current);
  async function assign(reason: string | undefined) {
    await api.assignManager(uid, { staff_email: chosen || null, reason: reason ?? '' });
    notify(t('managers.assigned'), { type: 'success' });
    void queries.invalidateQueries({ queryKey: ['read'] });
    void queries.invalidateQueries({ queryKey: ['affiliates'] });
    onClose();
  }
  return (
    <DecisionDialog
      title={t('managers.ask', { uid })}
      verb={t('managers.submit')}
      commentNeeded
      ready={chosen !== (current ?? NOBODY)}
      onClose={onClose}
      onDecide={assign}
    >
      <TextField
        select
        label={t('managers.manager')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        sx={{ mb: 1 }}
      >
        <MenuItem value={NOBODY}>{t('managers.nobody')}</MenuItem>
        {!known && <MenuItem value={current}>{current}</MenuItem>}
        {managers.map(({ email, name }) => (
          <MenuItem key={email} value={email}>
            {`${name} (${email})`}
          </MenuItem>
        ))}
      </TextField>
    </DecisionDialog>
  );
}
