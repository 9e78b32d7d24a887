import { Box, Stack, Typography } from '@mui/material';
import { QRCodeSVG } from 'qrcode.react';
import type { ReferralLinks } from '#contract/affiliates';
import { CopyButton } from '../fields/CopyButton.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';

/** The code and both links with their QR codes, and what each can bind (BIN-5). */
export function LinksSection({ code, links }: { code: string; links: ReferralLinks }) {
  const t = useText();
  return (
    <Section title={t('affiliates.links')}>
      <Typography sx={{ mb: 2 }}>
        {t('affiliates.code')}: <code>{code}</code>
        <CopyButton text={code} />
      </Typography>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={4}>
        {(['current', 'legacy'] as const).map((kind) => (
          <Stack key={kind} direction="row" spacing={2}>
            <Box sx={{ bgcolor: '#fff', p: 1, borderRadius: 1, lineHeight: 0 }}>
              <QRCodeSVG value={links[kind]} size={104} title={t('affiliates.qr', { link: links[kind] })} role="img" />
            </Box>
            <Box sx={{ maxWidth: 320 }}>
              <Typography variant="h3">{t(`affiliates.link.${kind}`)}</Typography>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {links[kind]}
                <CopyButton text={links[kind]} />
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t(`affiliates.binds.${kind}`)}
              </Typography>
            </Box>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
