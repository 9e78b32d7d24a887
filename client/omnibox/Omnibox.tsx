import SearchIcon from '@mui/icons-material/Search';
import { InputAdornment, OutlinedInput, Popper } from '@mui/material';
import { useId, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { OmniboxResults } from './OmniboxResults.tsx';
import { useOmnibox } from './useOmnibox.ts';

/** The id of the app bar's omnibox, for the shortcut that leads to it. */
export const OMNIBOX_ID = 'omnibox';

/**
 * One box for any identifier, screen or action. A combobox of its own, worked by keys alone.
 */
export function Omnibox({ id, autoFocus = false, wide = false }: { id: string; autoFocus?: boolean; wide?: boolean }) {
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLDivElement | null>(null);
  const listId = useId();
  const [focused, setFocused] = useState(false);
  const { text, results, active, missing, closed, recalling, change, go, onKeyDown } = useOmnibox();
  const open = focused && (results.length > 0 || missing || closed.length > 0);
  return (
    <search style={{ flex: 1, maxWidth: wide ? 640 : 460 }}>
      <OutlinedInput
        ref={setAnchor}
        id={id}
        fullWidth
        size="small"
        value={text}
        autoFocus={autoFocus}
        placeholder={t('omnibox.hint')}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        startAdornment={
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        }
        endAdornment={
          wide ? undefined : (
            <InputAdornment position="end" sx={{ display: { xs: 'none', md: 'flex' } }}>
              <KeyCaps keys="mod+k" />
            </InputAdornment>
          )
        }
        inputProps={{
          role: 'combobox',
          'aria-label': t('omnibox.name'),
          'aria-expanded': open && results.length > 0,
          'aria-autocomplete': 'list',
          autoComplete: 'off',
          spellCheck: false,
          ...(open && results.length > 0
            ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${active}` }
            : {}),
        }}
      />
      <Popper
        open={open}
        anchorEl={anchor}
        placement="bottom-start"
        sx={{ zIndex: 'modal', width: anchor?.offsetWidth ?? 400 }}
      >
        <OmniboxResults
          listId={listId}
          results={results}
          active={active}
          closed={closed}
          recent={recalling}
          onChoose={(result) => go(result)}
        />
      </Popper>
    </search>
  );
}
