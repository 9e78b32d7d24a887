import { Box, Link, Typography } from '@mui/material';
import { LinkBase } from 'react-admin';
import type { DecisionRow } from '#contract/decisions';
import { stopAtLink } from '../fields/stopAtLink.ts';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';

/** Kinds whose rows have no page of their own, and the list that they stand in. */
const inListOnly: readonly string[] = ['payout-stops', 'staff-changes'];

/** What was decided, in the words of its kind; leads to it. */
export function DecisionSubject({ decision }: { decision: DecisionRow }) {
  const { subject_type, subject_id } = decision;
  const label = useLabel();
  const words = useWords(decision);
  const to = inListOnly.includes(subject_type) ? `/${subject_type}` : `/${subject_type}/${encodeURIComponent(subject_id)}/show`;
  return (
    <Box sx={{ minWidth: 150, maxWidth: 210, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Typography variant="body2" color="textSecondary">
        {label('decisionKind', decision.kind)}
      </Typography>
      <Link component={LinkBase} to={to} onClick={stopAtLink}>
        {words}
      </Link>
    </Box>
  );
}

function useWords({ kind, about, from, to, subject_id }: DecisionRow): string {
  const t = useText();
  const label = useLabel();
  const written = useWritten();
  const change = (one: string | null, other: string | null) => t('oversight.decisions.change', { from: one ?? '–', to: other ?? '–' });
  switch (kind) {
    case 'status-changes':
      return t('oversight.decisions.changeOf', { what: label('changeKind', about), change: change(label('standing', from), label('standing', to)) });
    case 'tier-reviews': {
      const tier = (value: string | null) => t('oversight.decisions.tier', { value: value ?? '–' });
      return t('oversight.decisions.changeOf', { what: about ?? '', change: change(tier(from), tier(to)) });
    }
    case 'staff-changes':
      return t('oversight.decisions.changeOf', { what: about ?? '', change: change(label('role', from) || null, label('role', to)) });
    case 'payout-releases':
      return about ? written.day(about) : subject_id;
    case 'boosts':
      return label('programme', about);
    case 'rulebooks':
      return t('oversight.decisions.version', { about: label('programme', about), to: to ?? '' });
    case 'campaign-versions':
      return t('oversight.decisions.version', { about: about ?? '', to: to ?? '' });
    case 'reversals':
    case 'corrections':
      return t('oversight.decisions.record', { about: about ?? '' });
    default:
      return about ?? subject_id;
  }
}
