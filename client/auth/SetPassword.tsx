import { Alert, Button, Paper, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNavigate, useNotify } from 'react-admin';
import { ask } from '../api/http.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { SIGN_IN } from './signInPath.ts';
import { SignInFrame } from './SignInFrame.tsx';

/** The server asks for as many. */
const MIN_PASSWORD = 12;

/** Where an invitation leads: the one-time token, and the password chosen. */
export function SetPassword() {
  const t = useText();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const notify = useNotify();
  const [token, setToken] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    try {
      await ask('session/password', { method: 'POST', json: { token: token.trim(), password } });
      notify(t('setPassword.done'), { type: 'success' });
      navigate(SIGN_IN);
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <SignInFrame>
      <Paper component="form" onSubmit={submit} variant="outlined" sx={{ p: 4, width: 400, maxWidth: '100%' }}>
        <Typography variant="h1" gutterBottom>
          {t('setPassword.title')}
        </Typography>
        <TextField
          label={t('setPassword.token')}
          required
          autoFocus
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        <TextField
          label={t('setPassword.password')}
          type="password"
          autoComplete="new-password"
          required
          value={password}
          helperText={t('setPassword.hint', { min: MIN_PASSWORD })}
          onChange={(event) => setPassword(event.target.value)}
        />
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {errorText(problem)}
          </Alert>
        )}
        <Button type="submit" variant="contained" fullWidth disabled={password.length < MIN_PASSWORD} sx={{ mt: 3 }}>
          {t('setPassword.submit')}
        </Button>
      </Paper>
    </SignInFrame>
  );
}
