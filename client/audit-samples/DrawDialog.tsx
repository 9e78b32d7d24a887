import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, MenuItem, TextField, Typography } from '@mui/material';
import type { FormEvent, ReactNode } from 'react';
import { EARNS, MAX_SEED, MAX_SIZE, sampleReasons } from '#contract/audit-samples';
import { programmes } from '#contract/rulebooks';
import { GuardedDialog } from '../decisions/GuardedDialog.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { useDraw, type DrawDraft } from './useDraw.ts';

/** From which records, how many, by which seed; what stands there at first is the usual. */
export function DrawDialog({ month, onClose }: { month: string; onClose: () => void }) {
  const t = useText();
  const errorText = useErrorText();
  const { draft, dirty, change, problem, busy, draw } = useDraw(month);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void draw();
  };
  return (
    <GuardedDialog dirty={dirty} busy={busy} onClose={onClose} aria-labelledby="drawing">
      <form onSubmit={send}>
        <DialogTitle id="drawing">{t('oversight.samples.drawing')}</DialogTitle>
        <DialogContent>
          <Typography color="textSecondary" sx={{ mb: 1.5 }}>
            {t('oversight.samples.drawHint')}
          </Typography>
          <Fields draft={draft} onChange={change} />
          {problem !== null && <Alert severity="error">{errorText(problem)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('decisions.back')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy} autoFocus>
            {t('oversight.samples.drawVerb')}
          </Button>
        </DialogActions>
      </form>
    </GuardedDialog>
  );
}

function Fields({ draft, onChange }: { draft: DrawDraft; onChange: (name: keyof DrawDraft, text: string) => void }) {
  const t = useText();
  const label = useLabel();
  const field = (name: keyof DrawDraft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange(name, event.target.value),
  });
  const any: ReactNode = <MenuItem value="">{t('oversight.samples.any')}</MenuItem>;
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      <TextField label={t('oversight.samples.month')} type="month" required {...field('month')} slotProps={{ inputLabel: { shrink: true } }} />
      <TextField
        label={t('oversight.samples.size')}
        type="number"
        required
        {...field('size')}
        slotProps={{ htmlInput: { min: 1, max: MAX_SIZE } }}
      />
      <TextField label={t('oversight.samples.programme')} select {...field('programme')}>
        {any}
        {programmes.map((one) => (
          <MenuItem key={one} value={one}>
            {label('programme', one)}
          </MenuItem>
        ))}
      </TextField>
      <TextField label={t('oversight.samples.reason')} select {...field('reason')}>
        {any}
        {sampleReasons.map((one) => (
          <MenuItem key={one} value={one}>
            {one === EARNS ? label('sampleReason', one) : label('reason', one)}
          </MenuItem>
        ))}
      </TextField>
      <TextField label={t('oversight.samples.affiliate')} {...field('affiliate_uid')} slotProps={{ htmlInput: { maxLength: 64, spellCheck: false } }} />
      <TextField label={t('oversight.samples.currency')} {...field('currency')} slotProps={{ htmlInput: { maxLength: 64, spellCheck: false } }} />
      <TextField
        label={t('oversight.samples.seed')}
        {...field('seed')}
        helperText={t('oversight.samples.seedHint')}
        sx={{ gridColumn: '1 / -1' }}
        slotProps={{ htmlInput: { maxLength: MAX_SEED, spellCheck: false } }}
      />
    </Box>
  );
}
