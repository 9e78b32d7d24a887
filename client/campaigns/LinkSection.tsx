import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import type { CampaignLink, CampaignRow } from '#contract/campaigns';
import { ask, codeOf, detailsOf } from '../api/http.ts';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useErrorText, useLabels, useText } from '../i18n/useText.ts';
import { ShareLink } from './ShareLink.tsx';

interface LinkSectionProps {
  campaign: CampaignRow;
  /** Whose link is shown first. */
  start: string;
}

/** The link of one affiliate to this campaign, and joining it for them (CAM-1). */
export function LinkSection({ campaign, start }: LinkSectionProps) {
  const t = useText();
  const errorText = useErrorText();
  const [typed, setTyped] = useState(start);
  const [uid, setUid] = useState(start);
  const [tried, setTried] = useState(false);
  const { data: link, error } = useRead<CampaignLink>(`campaigns/${campaign.id}/links?${new URLSearchParams({ affiliate: uid })}`, { enabled: uid !== '' });
  const look = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setUid(typed.trim());
  };
  const refused = error && typed.trim() === uid ? errorText(error).replace(/^[\w.]+: /, '') : null;
  const problem = tried && typed.trim() === '' ? t('campaigns.missingUid') : refused;
  return (
    <Section title={t('campaigns.links')}>
      <Typography color="textSecondary">{t('campaigns.linksHint')}</Typography>
      <Box component="form" onSubmit={look} noValidate sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', maxWidth: 560 }}>
        <TextField
          label={t('campaigns.affiliate')}
          value={typed}
          error={problem !== null}
          helperText={problem}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 64, spellCheck: false } }}
        />
        <Button type="submit" variant="outlined" sx={{ mt: 1, flexShrink: 0, height: 40 }}>
          {t('campaigns.look')}
        </Button>
      </Box>
      {link && uid !== '' && <Found link={link} />}
    </Section>
  );
}

function Found({ link }: { link: CampaignLink }) {
  const t = useText();
  const joined = link.joined_at ? <InstantField at={link.joined_at} /> : t('campaigns.notJoined');
  return (
    <Box sx={{ mt: 1.5 }}>
      <Facts
        columns={1}
        facts={[
          { name: t('campaigns.inviter'), value: <UidLink uid={link.affiliate_uid} /> },
          ...(link.audience === 'joining' ? [{ name: t('campaigns.joinedAt'), value: joined }] : []),
        ]}
      />
      <Box sx={{ mt: 1 }}>
        <ShareLink link={link} />
      </Box>
      <Joining key={`${link.campaign_id}-${link.affiliate_uid}`} link={link} />
    </Box>
  );
}

/** Lets the affiliate join, of a campaign that is for who has joined. */
function Joining({ link: { campaign_id, affiliate_uid: uid, audience, joined_at } }: { link: CampaignLink }) {
  const t = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const mayJoin = useMay('campaigns', 'join');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (!mayJoin || audience !== 'joining' || joined_at !== null) return null;
  async function join() {
    setBusy(true);
    setProblem(null);
    try {
      await ask(`campaigns/${campaign_id}/join`, { method: 'POST', json: { affiliate_uid: uid } });
      notify(t('campaigns.joinedNow', { uid }), { type: 'success' });
      for (const key of ['campaigns', 'campaign-joins']) void queries.invalidateQueries({ queryKey: [key] });
      await queries.invalidateQueries({ queryKey: ['read'] });
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  }
  return (
    <Box sx={{ mt: 1.5 }}>
      {problem !== null && (
        <Alert severity="error" sx={{ mb: 1 }}>
          <CannotJoin error={problem} />
        </Alert>
      )}
      <Button variant="contained" disabled={busy} onClick={() => void join()}>
        {t('campaigns.join', { uid })}
      </Button>
    </Box>
  );
}

function CannotJoin({ error }: { error: unknown }) {
  const t = useText();
  const labels = useLabels();
  const errorText = useErrorText();
  const { codes } = detailsOf(error);
  if (codeOf(error) !== 'cannot_join' || !Array.isArray(codes)) return <>{errorText(error)}</>;
  return <>{t('campaigns.cannotJoin', { reasons: labels('joinRefusal', codes) })}</>;
}
