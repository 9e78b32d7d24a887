import type { AuditChanges } from '#contract/audit';

const SHOWN = 3;

/** The changed fields of an event by name, the first few of them. */
export function ChangesSummary({ changes }: { changes: AuditChanges }) {
  const fields = Object.keys(changes);
  const more = fields.length > SHOWN ? ` +${fields.length - SHOWN}` : '';
  return (
    <code>
      {fields.slice(0, SHOWN).join(', ')}
      {more}
    </code>
  );
}
