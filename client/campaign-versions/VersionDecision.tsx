import { Alert } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetIdentity } from 'react-admin';
import type { CampaignVersionPreview, CampaignVersionRow } from '#contract/campaigns';
import { codeOf, detailsOf } from '../api/http.ts';
import { useMay } from '../auth/access.ts';
import { CaseBar } from '../decisions/CaseBar.tsx';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { useText } from '../i18n/useText.ts';
import { MoneyEffect } from './MoneyEffect.tsx';

const verbs = ['approve', 'reject'] as const;

interface VersionDecisionProps {
  version: CampaignVersionRow;
  preview: CampaignVersionPreview | null;
}

/** Decides a change of a campaign; not by who asked for it. */
export function VersionDecision({ version: { id, state, requested_by }, preview }: VersionDecisionProps) {
  const t = useText();
  const { identity } = useGetIdentity();
  const may = useMay('campaign-versions', 'approve') && state === 'pending';
  const own = identity?.email === requested_by;
  const hint = (
    <Alert severity="info" sx={{ mt: 1.5 }}>
      {t('decisions.ownDecision')}
    </Alert>
  );
  return (
    <CaseBar
      resource="campaign-versions"
      id={id}
      verbs={may && !own ? verbs : []}
      hint={state === 'pending' && own ? hint : null}
      dialog={(asked) => <DecideVersion key={asked.verb} id={id} preview={preview} {...asked} />}
    />
  );
}

interface DecideVersionProps {
  id: string;
  verb: (typeof verbs)[number];
  preview: CampaignVersionPreview | null;
  onClose: () => void;
  onDecided: () => void;
}

/** An approval names the effect that was on the screen; where it would come out otherwise by then, it is shown and asked again. */
function DecideVersion({ id, verb, preview, onClose, onDecided }: DecideVersionProps) {
  const t = useText();
  const decide = useDecide('campaign-versions');
  const queries = useQueryClient();
  const [first] = useState(preview);
  const [moved, setMoved] = useState<CampaignVersionPreview | null>(null);
  const agreed = moved ?? first ?? preview;
  const approves = verb === 'approve';
  async function send(comment: string | undefined) {
    const body = { comment, ...(approves && agreed ? { preview: agreed.version } : {}) };
    try {
      await decide({ id, verb, body, done: t(`decisions.done.${verb}`) });
    } catch (error) {
      const { now } = detailsOf(error) as { now?: CampaignVersionPreview };
      if (codeOf(error) === 'preview_changed' && now) {
        setMoved(now);
        void queries.invalidateQueries({ queryKey: ['read', `campaign-versions/${id}/preview`] });
      }
      throw error;
    }
    void queries.invalidateQueries({ queryKey: ['campaigns'] });
    onDecided();
  }
  return (
    <DecisionDialog
      title={t(`campaignVersions.ask.${verb}`, { smart_count: 1 })}
      verb={t(`decisions.verb.${verb}`)}
      grave={!approves}
      commentNeeded={!approves}
      ready={!approves || agreed !== null}
      onClose={onClose}
      onDecide={send}
    >
      {moved && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('campaignVersions.moved')}
        </Alert>
      )}
      {approves && agreed && <MoneyEffect preview={agreed} pending />}
    </DecisionDialog>
  );
}
