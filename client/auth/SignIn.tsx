import { Alert, Button, Paper, TextField, Typography } from '@mui/material';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCheckAuth, useLocation, useLogin, useNavigate } from 'react-admin';
import { codeOf } from '../api/http.ts';
import { csrfToken } from '../api/session.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { loadAhead } from '../layout/loadAhead.ts';
import { arriveAtSignIn, type Credentials } from './authProvider.ts';
import { DemoSignIns } from './DemoSignIns.tsx';
import { SignInFrame } from './SignInFrame.tsx';

/** The sign-in page. The second factor is asked for once the server says that one is due. */
export function SignIn() {
  const t = useText();
  const errorText = useErrorText();
  const { credentials, change, problem, busy, needsCode, submit } = useSignIn();
  return (
    <SignInFrame>
      <Paper
        component="form"
        onSubmit={submit}
        variant="outlined"
        sx={{ p: 4, width: 400, maxWidth: '100%' }}
        noValidate
      >
        <Typography variant="h1" gutterBottom>
          {t('signIn.title')}
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {t('signIn.intro')}
        </Typography>
        <TextField
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          autoFocus
          required
          value={credentials.email}
          onChange={(event) => change({ email: event.target.value })}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          required
          value={credentials.password}
          onChange={(event) => change({ password: event.target.value })}
        />
        {needsCode && (
          <TextField
            label={t('signIn.code')}
            autoComplete="one-time-code"
            autoFocus
            required
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            value={credentials.code ?? ''}
            onChange={(event) => change({ code: event.target.value })}
          />
        )}
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {errorText(problem)}
          </Alert>
        )}
        <Button type="submit" variant="contained" fullWidth size="large" disabled={busy} sx={{ mt: 3 }}>
          {t('signIn.submit')}
        </Button>
      </Paper>
      <DemoSignIns onPick={change} />
    </SignInFrame>
  );
}

function useSignIn() {
  const login = useLogin();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  useEffect(arriveAtSignIn, []);
  useSkipWhenSignedIn();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await login(credentials);
    } catch (error) {
      if (csrfToken()) {
        // Signed in, but the address that one came with is none of the console's: the router refuses other hosts.
        navigate('/');
        return;
      }
      setNeedsCode((before) => before || codeOf(error) === 'second_factor_required');
      setProblem(error);
      setBusy(false);
    }
  }
  const change = (part: Partial<Credentials>) => {
    loadAhead((state as { nextPathname?: string } | null)?.nextPathname ?? '/');
    setCredentials((before) => ({ ...before, ...part }));
  };
  return { credentials, change, problem, busy, needsCode, submit };
}

function useSkipWhenSignedIn(): void {
  const checkAuth = useCheckAuth();
  const navigate = useNavigate();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    checkAuth({}, false).then(
      () => navigate('/'),
      () => undefined,
    );
  }, [checkAuth, navigate]);
}
