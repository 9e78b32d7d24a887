import type { Feed } from '../feeds/contract.ts';

export const importStates = ['running', 'done', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** One file taken in. `progress` from 0 to 1; `error` says why the rest of the file was not read, `error_line` where. */
export interface ImportRow {
  id: string;
  feed: Feed;
  file_name: string;
  state: ImportState;
  dry_run: boolean;
  progress: number;
  rows: number;
  accepted: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  bindings_refused: number;
  error: string | null;
  error_line: number | null;
  requested_by: string;
  started_at: string;
  finished_at: string | null;
}

/** A row that was not taken: `outcome` rejected or conflict; `fields` the original columns, so that it can be mended. */
export interface ImportRejectRow {
  id: string;
  import_id: string;
  line: number;
  outcome: 'rejected' | 'conflict';
  column: string;
  value: string;
  code: string;
  fields: Record<string, string>;
}
