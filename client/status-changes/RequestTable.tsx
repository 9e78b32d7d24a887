import type { StatusChangeRow } from '#contract/status-changes';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { Change } from './Change.tsx';

interface RequestTableProps {
  caption: string;
  changes: readonly StatusChangeRow[];
  empty?: string;
}

/** Requests of one affiliate, each with its page. */
export function RequestTable({ caption, changes, empty }: RequestTableProps) {
  const t = useText();
  return (
    <PlainTable
      caption={caption}
      rows={changes}
      keyOf={({ id }) => id}
      {...(empty ? { empty } : {})}
      columns={[
        {
          name: t('decisions.request'),
          cell: ({ id }) => <TextLink to={`/status-changes/${id}/show`}>{t('decisions.numbered', { id })}</TextLink>,
        },
        { name: t('changes.kind'), cell: ({ kind }) => <LabelField group="changeKind" value={kind} /> },
        { name: t('changes.change'), cell: (change) => <Change change={change} /> },
        { name: t('changes.effective'), cell: ({ effective_at }) => <InstantField at={effective_at} short /> },
        { name: t('changes.requestedBy'), cell: ({ requested_by, source }) => (source === 'feed' ? t('changes.byFeed') : requested_by) },
        { name: t('changes.decidedBy'), cell: ({ decided_by }) => decided_by ?? '–' },
        { name: '', cell: ({ state }) => <StateChip group="state" value={state} /> },
      ]}
    />
  );
}
