import { row } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { checkHeadFiles, headFilesIn } from '../audit/head-files.ts';
import { writeAudit } from '../audit/service.ts';
import { readHead } from '../audit/store.ts';
import { verifyChain } from '../audit/verify.ts';
import { formatInstantOrNull } from '../calendar.ts';
import type { Context } from '../context.ts';
import { listPage } from '../lists/page.ts';
import type { Role } from '../policy/contract.ts';
import type { AuditChainState, AuditCheckResult, AuditCheckRow } from './contract.ts';
import { auditChecksSource, CHECKS } from './source.ts';

type Desk = Pick<Context, 'database' | 'clock' | 'settings'>;

const FILES = 31;

export async function chainState({ database, settings }: Desk, role: Role): Promise<AuditChainState> {
  return database.snapshot(async (connection) => {
    const { seq, hash } = await readHead(connection);
    const last = await row<{ at: number }>(connection, 'SELECT at FROM audit_events WHERE seq = :seq', { seq });
    const checks = await listPage(connection, auditChecksSource, {
      sort: { field: 'id', direction: 'DESC' }, range: { first: 0, last: 0 }, filter: [],
    }, role);
    return {
      seq, at: formatInstantOrNull(last?.at ?? null), hash, last_check: (checks.rows[0] as AuditCheckRow | undefined) ?? null,
      head_files: settings.auditHeadDir === null ? null : await headFilesIn(connection, settings.auditHeadDir, FILES),
    };
  });
}

/** Walks the whole chain, and the head files, over one state of the database; that it was done, and what came out, is an event. Answers its number. */
export async function checkChain({ database, clock, settings }: Desk, actor: Actor): Promise<number> {
  const result = await database.snapshot(async (connection): Promise<AuditCheckResult> => ({
    ...(await verifyChain(connection)),
    head_files: settings.auditHeadDir === null ? null : withoutName(await checkHeadFiles(connection, settings.auditHeadDir)),
  }));
  return database.transaction((transaction) => writeAudit(transaction, {
    at: clock.now(), actor, action: 'audit.verified', subject_type: CHECKS, subject_id: '-',
    changes: { result: { old: null, new: { ...result } } },
  }));
}

function withoutName({ checked, wrong, first }: { checked: number; wrong: number; first: string | null }): NonNullable<AuditCheckResult['head_files']> {
  return { checked, wrong, first };
}
