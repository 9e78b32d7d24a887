import AddIcon from '@mui/icons-material/BookmarkAddOutlined';
import { Button, Chip, Stack } from '@mui/material';
import { useContext, useState } from 'react';
import {
  AddSavedQueryDialog,
  extractValidSavedQueries,
  useListContext,
  useSavedQueries,
  type SavedQuery,
} from 'react-admin';
import { sameFilter } from './sameFilter.ts';
import { SearchContext } from './search-text.ts';
import type { TextKey } from '../i18n/catalogue.ts';
import { useText } from '../i18n/useText.ts';

export interface Preset {
  name: TextKey;
  filter: Record<string, unknown>;
}

/**
 * Ready and saved filters as a row of toggles. react-admin's own list of them puts a button straight into a `ul`, which
 * assistive technology takes for a list with a hole.
 */
export function SavedFilters({ presets }: { presets: readonly Preset[] }) {
  const t = useText();
  const { resource, filterValues, setFilters } = useListContext();
  const [stored, store] = useSavedQueries(resource);
  const [naming, setNaming] = useState(false);
  const { text, search } = useContext(SearchContext);
  const saved = extractValidSavedQueries(stored);
  const chosen = filterValues as Record<string, unknown>;
  const known = [...presets.map(({ filter }) => filter), ...saved.map(({ value }) => filterOf(value))];
  const isChosen = (filter: Record<string, unknown>) => text.trim() === '' && sameFilter(filter, chosen);
  // What is saved outlives the session: neither a search nor an e-mail address goes along.
  const saveable =
    Object.keys(chosen).length > 0 &&
    text.trim() === '' &&
    !JSON.stringify(chosen).includes('@') &&
    !known.some((filter) => sameFilter(filter, chosen));
  function choose(filter: Record<string, unknown>) {
    search('');
    setFilters(filter, shownFor(filter));
  }
  const forget = (query: SavedQuery) => store(saved.filter((other) => other !== query));
  if (known.length === 0 && !saveable) return null;
  return (
    <Stack
      direction="row"
      role="group"
      aria-label={t('list.savedFilters')}
      sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, p: 1.5 }}
    >
      {presets.map(({ name, filter }) => (
        <ToggleChip key={name} label={t(name)} on={isChosen(filter)} onPress={() => choose(filter)} />
      ))}
      {saved.map((query) => (
        <ToggleChip
          key={query.label}
          label={query.label}
          on={isChosen(filterOf(query.value))}
          onPress={() => choose(filterOf(query.value))}
          onForget={() => forget(query)}
        />
      ))}
      {saveable && (
        <Button startIcon={<AddIcon />} onClick={() => setNaming(true)}>
          {t('list.saveFilters')}
        </Button>
      )}
      <AddSavedQueryDialog open={naming} onClose={() => setNaming(false)} />
    </Stack>
  );
}

interface ToggleChipProps {
  label: string;
  on: boolean;
  onPress: () => void;
  onForget?: () => void;
}

function ToggleChip({ label, on, onPress, onForget }: ToggleChipProps) {
  return (
    <Chip
      label={label}
      clickable
      aria-pressed={on}
      onClick={onPress}
      color={on ? 'primary' : 'default'}
      variant={on ? 'filled' : 'outlined'}
      {...(onForget ? { onDelete: onForget } : {})}
    />
  );
}

function filterOf(value: SavedQuery['value']): Record<string, unknown> {
  return (value?.filter ?? {}) as Record<string, unknown>;
}

function shownFor(filter: Record<string, unknown>): Record<string, boolean> {
  return Object.fromEntries(Object.keys(filter).map((field) => [field, true]));
}
