import QrIcon from '@mui/icons-material/QrCode2';
import { IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import type { CampaignLink } from '#contract/campaigns';
import { CopyButton } from '../fields/CopyButton.tsx';
import { QrCode } from '../fields/QrCode.tsx';
import { useLabel, useText } from '../i18n/useText.ts';

interface ShareLinkProps {
  link: CampaignLink;
  /** In the row of a table: the QR code comes when it is asked for. */
  dense?: boolean;
}

/** The link of an affiliate to a campaign, to copy and as a QR code; where there is none, why. */
export function ShareLink({ link: { code, link, why_not }, dense = false }: ShareLinkProps) {
  const t = useText();
  const label = useLabel();
  const [open, setOpen] = useState(!dense);
  if (link === null) return <Typography color="textSecondary">{t('campaigns.noLink', { reason: label('noLinkReason', why_not) })}</Typography>;
  return (
    <Stack direction="row" spacing={2}>
      {open && <QrCode text={link} title={t('campaigns.qr', { link })} />}
      <Typography variant="body2" sx={{ minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        <code>{link}</code>
        <CopyButton text={link} label={t('campaigns.copyLink', { code })} />
        {dense && <QrButton code={code} open={open} onPress={() => setOpen(!open)} />}
      </Typography>
    </Stack>
  );
}

function QrButton({ code, open, onPress }: { code: string; open: boolean; onPress: () => void }) {
  const t = useText();
  const name = t('campaigns.qrOf', { code });
  return (
    <Tooltip title={name}>
      <IconButton aria-label={name} aria-expanded={open} size="small" onClick={onPress} sx={{ marginInlineStart: 0.5, p: 0.25 }}>
        <QrIcon fontSize="inherit" />
      </IconButton>
    </Tooltip>
  );
}
