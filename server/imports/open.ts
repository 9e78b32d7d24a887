import type { Database } from '../../db/connection.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import type { Feed } from '../feeds/contract.ts';
import { insertImport } from './store.ts';

/** A file that is to be taken in; `spool_path` where it lies on this machine's disk, `worker` the process that sees to it. */
export interface OpenedImport {
  feed: Feed;
  file_name: string;
  dry_run: boolean;
  bytes_total: number;
  spool_path: string | null;
  worker: string;
  actor: Actor;
}

/** Opens the import's row before anything of it lands, so that nothing has landed of which the audit says nothing; answers its id. */
export async function openImport(database: Database, clock: Clock, { actor, ...given }: OpenedImport): Promise<number> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const id = await insertImport(transaction, { ...given, requested_by: actor.name, at });
    await writeAudit(transaction, {
      at, actor, action: 'import.started', subject_type: 'imports', subject_id: String(id),
      changes: { feed: { old: null, new: given.feed }, dry_run: { old: null, new: given.dry_run } },
    });
    return id;
  });
}
