import {
  Alert,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-admin';
import { feedColumns, feeds, type Feed } from '#contract/feeds';
import { useApi } from '../api/useRead.ts';
import { GuardedDialog } from '../decisions/GuardedDialog.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { FileField } from './FileField.tsx';
import { feedOfFile } from './feedOfFile.ts';
import { HeaderFaults } from './HeaderFaults.tsx';

/** Hands a file to the server, which streams it; the import's own page shows how far it is. */
export function UploadDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const errorText = useErrorText();
  const { feed, setFeed, file, choose, dryRun, setDryRun, problem, busy, submit } = useUpload();
  return (
    <GuardedDialog dirty={file !== null} busy={busy} onClose={onClose} aria-labelledby="upload">
      <form onSubmit={submit}>
        <DialogTitle id="upload">{t('imports.uploadTitle')}</DialogTitle>
        <DialogContent>
          <FileField file={file} onChoose={choose} />
          <TextField
            select
            label={t('imports.feed')}
            value={feed}
            required
            onChange={(event) => setFeed(event.target.value as Feed)}
          >
            {feeds.map((name) => (
              <MenuItem key={name} value={name}>
                {label('feed', name)}
              </MenuItem>
            ))}
          </TextField>
          {feed && (
            <Typography variant="caption" color="textSecondary">
              {t('imports.columns')}: {feedColumns[feed].join(', ')}
            </Typography>
          )}
          <FormControlLabel
            sx={{ display: 'flex', mt: 1 }}
            label={t('imports.dryRun')}
            control={<Switch checked={dryRun} onChange={(event) => setDryRun(event.target.checked)} />}
          />
          {problem !== null && (
            <Alert severity="error">
              {errorText(problem)}
              <HeaderFaults problem={problem} />
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('reviews.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || !file || !feed}>
            {t(busy ? 'imports.sending' : 'imports.start')}
          </Button>
        </DialogActions>
      </form>
    </GuardedDialog>
  );
}

function useUpload() {
  const api = useApi();
  const navigate = useNavigate();
  const [feed, setFeed] = useState<Feed | ''>('');
  const [file, setFile] = useState<File | null>(null);
  const [dryRun, setDryRun] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const choose = (chosen: File) => {
    setFile(chosen);
    setFeed((before) => before || (feedOfFile(chosen.name) ?? ''));
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!file || !feed) return;
    setBusy(true);
    setProblem(null);
    try {
      const { import_id } = await api.startImport({ feed, file, dry_run: dryRun });
      navigate(`/imports/${import_id}/show`);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return { feed, setFeed, file, choose, dryRun, setDryRun, problem, busy, submit };
}
