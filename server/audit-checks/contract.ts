import { z } from 'zod';

/** `POST /api/audit-checks`: there is nothing to choose. */
export const newAuditCheck = z.strictObject({});

/** What came of a walk over the whole chain, and over the head files where they are written: `first` names the first that is wrong. */
export interface AuditCheckResult {
  checked: number;
  wrong: number;
  first: string | null;
  /** Null where no AUDIT_HEAD_DIR is set. */
  head_files: { checked: number; wrong: number; first: string | null } | null;
}

/** A row of `audit-checks`: the chain was walked from the console. `id` is the number of the event that tells of it. */
export interface AuditCheckRow {
  id: string;
  at: string;
  checked_by: string;
  result: AuditCheckResult;
}

/** The day's head, as it stands outside the database; `holds`: its event is in the chain, with its hash. */
export interface HeadFile {
  name: string;
  holds: boolean;
}

/** `GET /api/audit-chain`: where the chain ends, when it was last walked, and the newest head files. */
export interface AuditChainState {
  seq: number;
  at: string | null;
  hash: string;
  last_check: AuditCheckRow | null;
  /** The last 31, newest first; null where no AUDIT_HEAD_DIR is set. */
  head_files: HeadFile[] | null;
}
