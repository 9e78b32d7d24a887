import { Alert, Button, Stack } from '@mui/material';
import { useState } from 'react';
import { LinkBase, useNavigate } from 'react-admin';
import { campaignSteps, campaignVerbs, type CampaignRow, type CampaignVerb } from '#contract/campaigns';
import { freeVerbs } from '#contract/transitions';
import { useMay, useRole } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';

/** What can be done with a campaign now, by its transition table (CAM-2). */
export function CampaignActions({ campaign: { id, state } }: { campaign: CampaignRow }) {
  const t = useText();
  const role = useRole();
  const mayChange = useMay('campaign-versions', 'create') && state !== 'ended';
  const [asked, setAsked] = useState<CampaignVerb | null>(null);
  const navigate = useNavigate();
  useShortcut('n', () => navigate(`/campaigns/${id}`), { enabled: mayChange });
  const change = t(state === 'draft' ? 'campaigns.edit' : 'campaigns.adjust');
  const free = role ? freeVerbs(campaignSteps, { role, own: false, state }) : [];
  const verbs = campaignVerbs.filter((verb) => free.includes(verb));
  if (verbs.length === 0 && !mayChange) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ mb: 2 }}>
      {mayChange && (
        <Button
          component={LinkBase}
          to={`/campaigns/${id}`}
          variant="contained"
          aria-label={change}
          aria-keyshortcuts="n"
          endIcon={<KeyCaps keys="n" />}
        >
          {change}
        </Button>
      )}
      {verbs.map((verb) => (
        <Button key={verb} variant="outlined" color={verb === 'end' ? 'error' : 'primary'} onClick={() => setAsked(verb)}>
          {t(`campaigns.verb.${verb}`)}
        </Button>
      ))}
      {asked && <Move id={id} verb={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

interface MoveProps {
  id: string;
  verb: CampaignVerb;
  onClose: () => void;
}

function Move({ id, verb, onClose }: MoveProps) {
  const t = useText();
  const decide = useDecide('campaigns');
  return (
    <DecisionDialog
      title={t(`campaigns.ask.${verb}`)}
      verb={t(`campaigns.verb.${verb}`)}
      grave={verb === 'end'}
      commentNeeded={false}
      onClose={onClose}
      onDecide={async (comment) => {
        await decide({ id, verb, body: { comment }, done: t(`campaigns.done.${verb}`) });
        onClose();
      }}
    >
      <Alert severity={verb === 'end' ? 'warning' : 'info'} sx={{ mb: 1 }}>
        {t(`campaigns.effect.${verb}`)}
      </Alert>
    </DecisionDialog>
  );
}
