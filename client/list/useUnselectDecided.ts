import { useEffect, useRef } from 'react';
import { useDataProvider, useListContext, type Identifier, type RaRecord } from 'react-admin';
import { useLive } from '../live/useLive.ts';

type Selectable = (row: RaRecord) => boolean;

/**
 * Chosen rows that somebody else has decided meanwhile are chosen no more. Not while a dialog is open: what it asks about stays
 * as it was asked, and each row's result tells.
 */
export function useUnselectDecided(isRowSelectable: Selectable | undefined): void {
  const data = useDataProvider();
  const live = useLive();
  const { resource, selectedIds, onSelect } = useListContext();
  const seen = useRef(live);
  const touched = useRef(new Set<string>());
  const chosen = useRef<Identifier[]>(selectedIds);
  useEffect(() => {
    chosen.current = selectedIds;
    if (live && seen.current !== live) {
      seen.current = live;
      for (const id of live.changed === null ? selectedIds : (live.changed[resource as 'boosts'] ?? [])) touched.current.add(String(id));
    }
    const due = selectedIds.filter((id) => touched.current.has(String(id)));
    if (!isRowSelectable || due.length === 0 || document.querySelector('[role="dialog"]')) return;
    touched.current.clear();
    void data.getMany(resource, { ids: due }).then((answer) => {
      const free = new Set(answer.data.filter((row) => isRowSelectable(row as RaRecord)).map(({ id }) => String(id)));
      const left = chosen.current.filter((id) => !due.includes(id) || free.has(String(id)));
      if (left.length < chosen.current.length) onSelect(left);
    });
  });
}
