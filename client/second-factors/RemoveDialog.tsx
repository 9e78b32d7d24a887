import { useState } from 'react';
import { ask } from '../api/http.ts';
import { useText } from '../i18n/useText.ts';
import { FactorDialog } from './FactorDialog.tsx';
import { SECOND_FACTOR } from './path.ts';
import { CodeField, PasswordField } from './ProofFields.tsx';

/** Ends it: by the password and a code of the device. */
export function RemoveDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = async () => {
    await ask(SECOND_FACTOR, { method: 'DELETE', json: { password, code } });
    onDone();
  };
  return (
    <FactorDialog title={t('secondFactor.title')} verb={t('secondFactor.remove')} ready={password !== '' && code !== ''} onClose={onClose} onSend={remove}>
      <PasswordField value={password} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} />
    </FactorDialog>
  );
}
