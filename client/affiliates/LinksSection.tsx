import { Box, Stack, Typography } from '@mui/material';
import { linkBinds, type LinkKind, type ReferralLinks } from '#contract/affiliates';
import { CopyButton } from '../fields/CopyButton.tsx';
import { QrCode } from '../fields/QrCode.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';

const kinds = Object.keys(linkBinds) as LinkKind[];

/** Both links and the bare code with their QR codes, and whom each can bind (BIN-5). */
export function LinksSection({ code, links }: { code: string; links: ReferralLinks }) {
  const t = useText();
  const texts: Record<LinkKind, string> = { ...links, code };
  return (
    <Section title={t('affiliates.links')}>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, minmax(0, 1fr))' } }}>
        {kinds.map((kind) => (
          <Stack key={kind} direction="row" spacing={2}>
            <QrCode text={texts[kind]} title={t('affiliates.qr', { link: texts[kind] })} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="h3">{t(`affiliates.link.${kind}`)}</Typography>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                <code>{texts[kind]}</code>
                <CopyButton text={texts[kind]} />
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t(bindsExisting(kind) ? 'affiliates.binds.both' : 'affiliates.binds.new')}
              </Typography>
            </Box>
          </Stack>
        ))}
      </Box>
    </Section>
  );
}

function bindsExisting(kind: LinkKind): boolean {
  return linkBinds[kind].some((whom) => whom === 'existing');
}
