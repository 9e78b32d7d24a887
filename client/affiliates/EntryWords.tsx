import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { TimelineEntry } from '#contract/affiliates';
import { useTierName } from '../fields/TierField.tsx';
import { useWritten } from '../fields/useWritten.ts';
import type { LabelGroup } from '../i18n/catalogue.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { programmeAt } from './programmeAt.ts';
import { useTimeline } from './useTimeline.ts';

type Title = TimelineEntry['title'];

/** Parameters whose values have words, by name; `from` and `to` mean something else in each kind of entry. */
const groups: Record<string, LabelGroup> = {
  account_type: 'accountType',
  end_reason: 'endReason',
  family: 'family',
  kind: 'changeKind',
  programme: 'programme',
};
const groupOfEnds: Partial<Record<Title['code'], LabelGroup>> = {
  account_type_changed: 'accountType',
  kyc_level_changed: 'kyc',
  restriction_changed: 'restriction',
};

/** What happened, as a sentence, and what was written with it. */
export function EntryWords({ uid, entry }: { uid: string; entry: TimelineEntry }) {
  const t = useText();
  const label = useLabel();
  const translate = useTranslate();
  const words = useWords(uid, entry);
  const { text, comment, reason, reason_code, withdrawn_because, provisional } = entry.details;
  const prose = [text, comment, reason].filter((one): one is string => typeof one === 'string' && one !== '');
  return (
    <>
      {translate(`affiliates.timeline.code.${entry.title.code}`, words)}
      {typeof reason_code === 'string' && ` (${label('reasonCode', reason_code)})`}
      {typeof withdrawn_because === 'string' && ` (${label('withdrawn', withdrawn_because)})`}
      {provisional === true && ` (${t('affiliates.timeline.provisional')})`}
      {prose.map((one) => (
        <Typography key={one} variant="body2" color="textSecondary" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {one}
        </Typography>
      ))}
    </>
  );
}

function useWords(uid: string, { at, title: { code, parameters } }: TimelineEntry): Record<string, string> {
  const label = useLabel();
  const written = useWritten();
  const tierName = useTierName();
  const { data } = useTimeline(uid);
  const isEnd = (name: string) => name === 'from' || name === 'to';
  const tier = code === 'tier_changed' || code.startsWith('tier_review');
  const word = (name: string, value: string | number | boolean | null): string => {
    if (value === null) return '–';
    if (isEnd(name) && tier) return tierName(data ? programmeAt(data, at) : null, Number(value));
    if (isEnd(name) && code === 'ratio_set') return written.percent(Number(value));
    if (isEnd(name) && code.startsWith('status_change')) return label('standing', String(value));
    if (isEnd(name) && code.startsWith('boost')) return String(value).slice(0, 10);
    if (name === 'amount') return written.decimal(String(value));
    const group = isEnd(name) ? groupOfEnds[code] : groups[name];
    return group ? label(group, String(value)) : String(value);
  };
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, word(name, value)]));
}
