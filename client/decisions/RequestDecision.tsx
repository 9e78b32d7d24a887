import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import type { Machine } from '#contract/transitions';
import type { DecisionBody } from '../api/verbs.ts';
import { useLabels, useText } from '../i18n/useText.ts';
import { CaseBar, isCaseVerb, type CaseVerb } from './CaseBar.tsx';
import { type Asked, decidersOf, offersOf, type VerbOn } from './offers.ts';
import { useDecide } from './useDecide.ts';
import { useDecider } from '../auth/useDecider.ts';

/** What the dialog of one decision gets. */
export interface Deciding<Verb extends CaseVerb = CaseVerb> {
  verb: Verb;
  onClose: () => void;
  /** Decides; throws what was refused. */
  onDecide: (body: DecisionBody) => Promise<void>;
}

interface RequestDecisionProps<On extends Machine> {
  resource: On;
  request: Asked & { id: string };
  /** The field that says since when a case has been waiting. */
  since?: string;
  /** What stands against a step beside the table of transitions, in words; null: nothing. */
  hindered?: (verb: string) => string | null;
  dialog: (deciding: Deciding<Extract<VerbOn<On>, CaseVerb>>) => ReactNode;
}

/** Decides a request, by its table of transitions: what this person may do with it now, and why they may not do more. */
export function RequestDecision<On extends Machine>({ resource, request, since, hindered, dialog }: RequestDecisionProps<On>) {
  const t = useText();
  const labels = useLabels();
  const who = useDecider();
  const decide = useDecide(resource);
  const offers = (who ? offersOf(resource, request, who) : []).map((offer) => ({ ...offer, other: hindered?.(offer.verb) ?? null }));
  const free = offers.filter(({ hindrance, other }) => hindrance === null && other === null).flatMap(({ verb }) => (isCaseVerb(verb) ? [verb] : []));
  const own = offers.some(({ hindrance }) => hindrance !== null);
  const deciders = who && offers.length === 0 ? decidersOf(resource, request.state) : [];
  const others = deciders.length > 0 ? t('decisions.decidedByRoles', { roles: labels('role', deciders) }) : null;
  const hint = own ? t(free.includes('cancel') ? 'decisions.own' : 'decisions.ownDecision') : (offers.find(({ other }) => other !== null)?.other ?? others);
  return (
    <CaseBar
      resource={resource}
      id={request.id}
      {...(since ? { since } : {})}
      verbs={free as Extract<VerbOn<On>, CaseVerb>[]}
      hint={hint && <Hint text={hint} />}
      dialog={({ verb, onClose, onDecided }) =>
        dialog({
          verb,
          onClose,
          onDecide: async (body) => {
            await decide({ id: request.id, verb, body, done: t(`decisions.done.${verb as CaseVerb}`) });
            onDecided();
          },
        })
      }
    />
  );
}

function Hint({ text }: { text: string }) {
  return (
    <Alert severity="info" sx={{ mt: 1.5 }}>
      {text}
    </Alert>
  );
}
