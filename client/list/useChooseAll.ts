import { useListContext, type RaRecord } from 'react-admin';
import { useShortcut } from '../keyboard/useShortcut.ts';

/** By a key all rows of the page that can be chosen are, or none where they are already. */
export function useChooseAll(enabled: boolean, isRowSelectable: (row: RaRecord) => boolean = () => true): void {
  const { data = [], selectedIds, onSelect, onUnselectItems } = useListContext();
  useShortcut(
    'x',
    () => {
      const free = data.filter((row) => isRowSelectable(row as RaRecord)).map(({ id }) => id);
      if (free.every((id) => selectedIds.includes(id))) onUnselectItems();
      else onSelect([...new Set([...selectedIds, ...free])]);
    },
    { enabled },
  );
}
