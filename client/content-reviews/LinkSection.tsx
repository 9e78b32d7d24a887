import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { isHttpUrl } from '#contract/addresses';
import { CopyButton } from '../fields/CopyButton.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';

/** An address that somebody else wrote: text with the host that it leads to. Nothing opens it but a press that is asked about first. */
export function LinkSection({ url }: { url: string }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const opens = isHttpUrl(url);
  const action = opens ? (
    <Button onClick={() => setAsking(true)} aria-haspopup="dialog">
      {t('content.open')}
    </Button>
  ) : undefined;
  return (
    <Section title={t('content.link')} action={action}>
      <Address url={url} />
      {asking && <OpenDialog url={url} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function Address({ url }: { url: string }) {
  const t = useText();
  return (
    <>
      <Typography sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
        <bdi>{url}</bdi>
        <CopyButton text={url} label={t('content.copyLink')} />
      </Typography>
      {URL.canParse(url) && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {t('content.leadsTo')}{' '}
          <Box component="strong" sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>
            <bdi>{new URL(url).host}</bdi>
          </Box>
        </Typography>
      )}
    </>
  );
}

function OpenDialog({ url, onClose }: { url: string; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="open-link">
      <DialogTitle id="open-link">{t('content.openAsk')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1 }}>{t('content.openWarning')}</Typography>
        <Address url={url} />
      </DialogContent>
      <DialogActions>
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          onClick={onClose}
        >
          {t('content.openYes')}
        </Button>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('decisions.back')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
