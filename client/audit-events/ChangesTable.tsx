import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AuditChanges, AuditValue } from '#contract/audit';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

interface ChangesTableProps {
  /** The resource of what was changed. */
  type: string;
  changes: AuditChanges;
}

/** Field by field, each by its name where it has one, what was and what is: struck out and inserted in the markup, too, not in colour alone. */
export function ChangesTable({ type, changes }: ChangesTableProps) {
  const t = useText();
  const translate = useTranslate();
  return (
    <PlainTable
      caption={t('audit.changes')}
      rows={Object.entries(changes)}
      keyOf={([field]) => field}
      empty={t('audit.noChanges')}
      columns={[
        { name: t('audit.field'), cell: ([field]) => <><code>{field}</code> {translate(`resources.${type}.fields.${field}`, { _: ' ' })}</> },
        { name: t('audit.old'), cell: ([, change]) => <Value is="del" value={change.old} /> },
        { name: t('audit.new'), cell: ([, change]) => <Value is="ins" value={change.new} /> },
      ]}
    />
  );
}

function Value({ is, value }: { is: 'del' | 'ins'; value: AuditValue }) {
  if (value === null || value === undefined) return <span>–</span>;
  const text = typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
  return (
    <Box
      component={is}
      sx={{
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        color: is === 'ins' ? 'success.main' : 'error.main',
        textDecoration: is === 'ins' ? 'none' : 'line-through',
      }}
    >
      <code>{text}</code>
    </Box>
  );
}
