import AddIcon from '@mui/icons-material/BookmarkAddOutlined';
import { Alert, Button, Chip, Stack } from '@mui/material';
import { useContext, useRef, useState } from 'react';
import { useListContext, useNotify, type SortPayload } from 'react-admin';
import type { SavedViewRow } from '#contract/saved-views';
import { CopyButton } from '../fields/CopyButton.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import type { Preset } from '../list/preset.ts';
import { sameFilter } from '../list/sameFilter.ts';
import { SearchContext } from '../list/search-text.ts';
import { useNotifyUndo } from '../notices/useNotifyUndo.tsx';
import { addressOf, sameLook, type Look } from './look.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useAskedView } from './useAskedView.ts';
import { useLook } from './useLook.ts';
import { useViews } from './useViews.ts';

interface SavedViewsProps {
  presets: readonly Preset[];
  /** The order that the list opens with. */
  sort: SortPayload | undefined;
}

/**
 * Ready and saved views of a list as a row of toggles. react-admin's own list of them puts a button straight into a
 * `ul`, which assistive technology takes for a list with a hole.
 */
export function SavedViews({ presets, sort }: SavedViewsProps) {
  const t = useText();
  const { resource, setFilters } = useListContext();
  const { text, search } = useContext(SearchContext);
  const { look, usual, take } = useLook();
  const { views, keep, restore, remove } = useViews(resource);
  const [naming, setNaming] = useState(false);
  const missing = useAskedView(views, take);
  const group = useRef<HTMLDivElement>(null);
  const forget = useForget({ restore, remove, onGone: () => group.current?.focus() });
  const searching = text.trim() !== '';
  const chosen = searching ? undefined : views?.find((view) => sameLook(view, look));
  const asSet = presets.some(({ filter }) => sameFilter(filter, look.filter)) || Object.keys(look.filter).length === 0;
  const changed = !asSet || !sameLook({ ...look, ...usual, sort: usualSort(look, sort) }, look);
  function choose(filter: Record<string, unknown>) {
    search('');
    setFilters(filter, Object.fromEntries(Object.keys(filter).map((field) => [field, true])));
  }
  async function save(name: string, shared: boolean) {
    await keep({ ...look, name, shared });
    setNaming(false);
  }
  return (
    <>
      {missing && <Alert severity="warning">{t('worklist.noSuchView')}</Alert>}
      <Stack
        direction="row"
        ref={group}
        role="group"
        tabIndex={-1}
        aria-label={t('worklist.views')}
        sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, p: 1.5, '&:empty': { p: 0 } }}
      >
        {presets.map(({ name, filter }) => (
          <ToggleChip
            key={name}
            label={t(name)}
            on={!searching && !chosen && sameFilter(filter, look.filter)}
            onPress={() => choose(filter)}
          />
        ))}
        {views?.map((view) => (
          <ToggleChip
            key={view.id}
            label={nameOf(view, t)}
            on={view === chosen}
            onPress={() => take(view)}
            {...(view.mine ? { onForget: () => void forget(view) } : {})}
          />
        ))}
        {chosen && <CopyButton text={addressOf(chosen)} label={t('worklist.copyLink', { name: chosen.name })} />}
        {/* What is saved outlives the session: no search goes along. */}
        {!searching && !chosen && changed && (
          <Button startIcon={<AddIcon />} onClick={() => setNaming(true)}>
            {t('worklist.saveView')}
          </Button>
        )}
      </Stack>
      {naming && (
        <SaveViewDialog
          taken={(views ?? []).filter(({ mine }) => mine).map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onSave={save}
        />
      )}
    </>
  );
}

function usualSort(look: Look, sort: SortPayload | undefined): Look['sort'] {
  return sort ? [sort.field, sort.order] : look.sort;
}

function nameOf({ name, mine, shared, author }: SavedViewRow, t: ReturnType<typeof useText>): string {
  if (!mine) return t('worklist.viewOf', { name, who: author });
  return shared ? t('worklist.sharedView', { name }) : name;
}

interface Forgetting extends Pick<ReturnType<typeof useViews>, 'restore' | 'remove'> {
  /** The chip is gone, and with it the focus. */
  onGone: () => void;
}

/** Deletes a view, which can be taken back. */
function useForget({ restore, remove, onGone }: Forgetting) {
  const t = useText();
  const errorText = useErrorText();
  const notify = useNotify();
  const notifyUndo = useNotifyUndo();
  return async ({ id, name, shared, filter, sort, hidden, density }: SavedViewRow) => {
    try {
      await remove(id);
      onGone();
      notifyUndo(t('worklist.viewDeleted', { name }), () => restore({ name, shared, filter, sort, hidden, density }));
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    }
  };
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
      {...(onForget ? { onDelete: onForget, 'aria-keyshortcuts': 'Delete' } : {})}
    />
  );
}
