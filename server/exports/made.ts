import type { Database } from '../../db/connection.ts';
import type { Actor, AuditChanges } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';

/** Of which export: a resource, and which one of it; `asked` is how it was narrowed, without anybody's personal data. */
export interface MadeExport {
  subject_type: string;
  subject_id?: string;
  asked?: AuditChanges;
}

/** That something is handed out to a member of staff is kept before its first line is. */
export async function recordExport(database: Database, clock: Clock, actor: Actor, { subject_type, subject_id = '-', asked = {} }: MadeExport): Promise<void> {
  await database.transaction((transaction) =>
    writeAudit(transaction, { at: clock.now(), actor, action: 'export.made', subject_type, subject_id, changes: asked }));
}
