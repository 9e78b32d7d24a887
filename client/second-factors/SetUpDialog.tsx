import { Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { BegunSecondFactor } from '#contract/second-factors';
import { ask } from '../api/http.ts';
import { CopyButton } from '../fields/CopyButton.tsx';
import { QrCode } from '../fields/QrCode.tsx';
import { useText } from '../i18n/useText.ts';
import { FactorDialog } from './FactorDialog.tsx';
import { SECOND_FACTOR } from './path.ts';
import { CodeField, PasswordField } from './ProofFields.tsx';

const QR_PIXELS = 168;

interface SetUpDialogProps {
  onClose: () => void;
  onDone: () => void;
}

/** First the password, then the secret for the device; it counts from the device's first code on. */
export function SetUpDialog({ onClose, onDone }: SetUpDialogProps) {
  const [begun, setBegun] = useState<BegunSecondFactor | null>(null);
  return begun === null ? <Begin onClose={onClose} onBegun={setBegun} /> : <Confirm begun={begun} onClose={onClose} onDone={onDone} />;
}

function Begin({ onClose, onBegun }: { onClose: () => void; onBegun: (begun: BegunSecondFactor) => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const begin = async () => onBegun((await ask<BegunSecondFactor>(SECOND_FACTOR, { method: 'POST', json: { password } })).body);
  return (
    <FactorDialog title={t('secondFactor.title')} verb={t('secondFactor.next')} ready={password !== ''} onClose={onClose} onSend={begin}>
      <Typography sx={{ mb: 1 }}>{t('secondFactor.start')}</Typography>
      <PasswordField value={password} onChange={setPassword} />
    </FactorDialog>
  );
}

function Confirm({ begun: { secret, uri }, onClose, onDone }: SetUpDialogProps & { begun: BegunSecondFactor }) {
  const t = useText();
  const [code, setCode] = useState('');
  const confirm = async () => {
    await ask(SECOND_FACTOR, { method: 'PUT', json: { code } });
    onDone();
  };
  return (
    <FactorDialog title={t('secondFactor.title')} verb={t('secondFactor.confirm')} ready={code !== ''} onClose={onClose} onSend={confirm}>
      <Typography sx={{ mb: 2 }}>{t('secondFactor.scan')}</Typography>
      <Stack direction="row" spacing={2} sx={{ mb: 2 }}>
        <QrCode text={uri} title={t('secondFactor.qr')} size={QR_PIXELS} />
        <Typography variant="body2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {t('secondFactor.secret')}: <code dir="ltr">{secret}</code>
          <CopyButton text={secret} label={t('secondFactor.copy')} />
        </Typography>
      </Stack>
      <CodeField value={code} onChange={setCode} first />
    </FactorDialog>
  );
}
