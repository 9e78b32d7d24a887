import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { SearchAnswer, SearchWord } from '#contract/search';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import type { Found } from './places.ts';

interface OmniboxResultsProps {
  listId: string;
  results: readonly Found[];
  active: number;
  /** What this role may not look for, whether or not there is such a thing. */
  closed: SearchAnswer['closed'];
  /** They are what this person went to last, of whatever kind. */
  recent: boolean;
  onChoose: (result: Found) => void;
}

/** What was found, by kind, each with what it is; and what was not looked for. */
export function OmniboxResults({ listId, results, active, closed, recent, onChoose }: OmniboxResultsProps) {
  const t = useText();
  const label = useLabel();
  const groups = recent ? [results] : [...new Set(results.map(({ kind }) => kind))].map((kind) => results.filter((one) => one.kind === kind));
  return (
    <Paper variant="outlined" sx={{ py: 0.5, maxHeight: '70vh', overflowY: 'auto' }}>
      {results.length === 0 && closed.length === 0 && (
        <Box role="status" sx={{ p: 1.5 }}>
          {t('omnibox.nothing')}
        </Box>
      )}
      {results.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('omnibox.results')}>
          {groups.map((group) => {
            const kind = group[0]?.kind ?? '';
            return (
              <Group key={kind} title={recent ? t('omnibox.recent') : label('searchKind', kind)}>
                {group.map((result) => (
                  <Option
                    key={`${result.kind}:${result.id}`}
                    id={`${listId}-${results.indexOf(result)}`}
                    result={result}
                    kind={recent ? label('searchKind', result.kind) : ''}
                    chosen={results.indexOf(result) === active}
                    onChoose={onChoose}
                  />
                ))}
              </Group>
            );
          })}
        </div>
      )}
      {closed.length > 0 && (
        <Typography variant="caption" color="textSecondary" component="div" role="status" sx={{ px: 2, py: 0.75 }}>
          {t('omnibox.closed', {
            kinds: closed.map((kind) => (kind === 'email' ? t('omnibox.addresses') : label('searchKind', kind))).join(t('word.comma')),
          })}
        </Typography>
      )}
    </Paper>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <Typography variant="caption" color="textSecondary" component="div" aria-hidden sx={{ px: 2, pt: 0.75 }}>
        {title}
      </Typography>
      {children}
    </div>
  );
}

interface OptionProps {
  id: string;
  result: Found;
  /** Where the group does not say it. */
  kind: string;
  chosen: boolean;
  onChoose: (result: Found) => void;
}

/** A word about what was found, as the reader's lists write it; ids and codes stay as they are. */
function useWord(): (word: SearchWord) => string {
  const label = useLabel();
  const written = useWritten();
  return ({ label: list, value }) => {
    if (list === 'instant' || list === 'period') return written[list](value);
    if (list !== 'sum') return list === null ? value : label(list, value);
    const [amount, currency] = value.split(' ') as [string, string];
    return `${written.decimal(amount)} ${currency}`;
  };
}

function Option({ id, result, kind, chosen, onChoose }: OptionProps) {
  const words = result.words.map(useWord());
  const detail = [...(kind ? [kind] : []), ...words].join(' · ');
  return (
    <Box
      id={id}
      role="option"
      aria-selected={chosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(result)}
      sx={{ px: 2, py: 0.5, cursor: 'pointer', bgcolor: chosen ? 'action.selected' : undefined }}
    >
      <Typography variant="body2" noWrap>
        {result.label}
      </Typography>
      {detail && (
        <Typography variant="caption" color="textSecondary" noWrap component="div">
          {detail}
        </Typography>
      )}
    </Box>
  );
}
