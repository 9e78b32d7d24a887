import type { ListRow, ListSource } from '../lists/source.ts';

export const importSource: ListSource = {
  resource: 'imports',
  from: 'imports i',
  parameters: {},
  fields: {
    id: { sql: 'i.id' },
    feed: { sql: 'i.feed' },
    file_name: { sql: 'i.file_name' },
    state: { sql: 'i.state' },
    dry_run: { sql: 'i.dry_run' },
    rows: { sql: 'i.row_count' },
    accepted: { sql: 'i.accepted' },
    duplicates: { sql: 'i.duplicates' },
    conflicts: { sql: 'i.conflicts' },
    rejected: { sql: 'i.rejected' },
    bindings_refused: { sql: 'i.bindings_refused' },
    error: { sql: 'i.error', nullable: true },
    error_line: { sql: 'i.error_line', nullable: true },
    requested_by: { sql: 'i.requested_by' },
    started_at: { sql: 'i.started_at' },
    finished_at: { sql: 'i.finished_at', nullable: true },
  },
  hidden: { bytes_read: 'i.bytes_read', bytes_total: 'i.bytes_total' },
  search: { file_name: (parameter) => `lower(i.file_name) LIKE '%' || lower(${parameter}) || '%'` },
  newest: '(SELECT max(id) FROM imports)',
  finish: async (_connection, list) => list.map(finishRow),
};

function finishRow({ bytes_read, bytes_total, ...shown }: ListRow): ListRow {
  const total = Number(bytes_total);
  return { ...shown, progress: shown['state'] === 'done' ? 1 : total === 0 ? 0 : Math.min(1, Number(bytes_read) / total) };
}

export const importRejectSource: ListSource = {
  resource: 'import-rejects',
  from: 'import_rejects r',
  parameters: {},
  fields: {
    id: { sql: 'r.id' },
    import_id: { sql: 'r.import_id' },
    line: { sql: 'r.line' },
    outcome: { sql: 'r.outcome' },
    column: { sql: 'r.column_name' },
    value: { sql: 'r.value' },
    code: { sql: 'r.code' },
    fields: { sql: 'r.fields' },
  },
  newest: '(SELECT max(id) FROM import_rejects)',
};
