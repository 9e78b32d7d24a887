/** What staff ask, decide and note in the small world: a row in each table of requests. */
import type { Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import { assignManager } from '../../server/account-managers/service.ts';
import { systemActor, type Actor } from '../../server/audit/contract.ts';
import { drawSample } from '../../server/audit-samples/service.ts';
import { requestBoost } from '../../server/boosts/service.ts';
import { submitContent } from '../../server/content-reviews/service.ts';
import { takeClaim } from '../../server/claims/service.ts';
import { requestCorrection } from '../../server/corrections/service.ts';
import type { Feed, ImportFigures } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { requestOverride } from '../../server/manifests/service.ts';
import { writeNote } from '../../server/notes/service.ts';
import { stopPayouts } from '../../server/payouts/stops.ts';
import type { Role } from '../../server/policy/contract.ts';
import { createView, type Keeper } from '../../server/saved-views/service.ts';
import { askStaffChange } from '../../server/staff-changes/service.ts';
import { fileChange } from '../../server/status-changes/file.ts';

const clock = { now: () => Date.parse('2026-02-07T02:00:00Z') };
const text = 'for a reason that is long enough';

export async function staffAtWork(database: Database): Promise<void> {
  const [ona, cleo] = await Promise.all([member(database, 'operations'), member(database, 'compliance')]);
  const freeze = await fileChange(database, clock, ona, { affiliate_uid: 'ada', kind: 'freeze', reason_code: 'other', text, evidence: [] });
  await takeClaim({ database, clock, idleMs: 1 }, cleo, 'status-changes', freeze);
  await requestBoost(database, clock, ona, { programme: 'partner', from: '2026-02-10T00:00:00.000Z', to: '2026-03-10T00:00:00.000Z', text });
  await writeNote(database, clock, ona, { subject_type: 'affiliates', subject_id: 'ada', kind: 'note', text });
  const asked = { filter: { state: 'pending' }, sort: ['requested_at', 'ASC'] as ['requested_at', 'ASC'], hidden: [], density: 'dense' as const };
  await createView(database, clock, ona, { resource: 'status-changes', name: 'what waits', shared: true, ...asked });
  await submitContent(database, clock, ona, { affiliate_uid: 'ada', url: 'https://binance-bonus.example/', channel: 'a blog', text });
  await askForStaff(database);
  await growth(database, ona, await member(database, 'support'));
  await file(database, 'manifests', 'feed,day,rows,control_sum', 'trades,2026-02-06,7,1');
  const manifest = await row<{ id: number }>(database.read, `SELECT id FROM manifests WHERE feed = 'trades'`);
  await requestOverride(database, clock, ona, Number(manifest?.id), text);
  await stopPayouts(database, clock, cleo, text);
  // Known late: VIP 3 since the middle of January, so that records are asked to be reversed; none since 5 February, so that one falls short.
  await file(database, 'account-events', 'event_id,uid,occurred_at,field,value', 'v1,bob,2026-01-15T00:00:00Z,vip_level,3', 'v2,bob,2026-02-05T06:00:00Z,vip_level,0');
  await file(database, 'deactivations', 'deactivation_id,uid,ended_at', 'd1,pam,2026-02-06T00:00:00Z');
  const paid = await row<{ id: number }>(database.read, `SELECT id FROM commission_records WHERE reason = '' ORDER BY id LIMIT 1`);
  await drawSample({ database, clock }, cleo, { seed: 'small', filter: { month: '2026-01' }, size: 3 });
  await requestCorrection(database, clock, ona, { record_id: String(paid?.id), reason_code: 'correction', text, amount: '1' });
}

/** Someone who registered a month ago is not recalled, and asks to be admitted herself; support looks after Ada. */
async function growth(database: Database, ona: Actor, support: Actor): Promise<void> {
  await file(database, 'applications', 'application_id,uid,applied_at,channels,audience,text', 'a1,zoe,2026-02-06T00:00:00Z,a blog,many,please');
  await assignManager(database, clock, ona, { uid: 'ada', staff_email: support.name, reason: text });
  const { rejected } = await take(database, 'recalls', 'recall_id,uid,inviter_code,via,attempted_at,confirmed_at', 'rc1,zoe,CODE-PRO,code,2026-02-06T00:00:00Z,');
  if (rejected !== 1) throw new Error('the small world recalls whom it must not');
}

async function askForStaff(database: Database): Promise<void> {
  const asked = { kind: 'add', email: 'new@small.test', name: 'New', role: 'support' } as const;
  await askStaffChange({ database, clock }, await member(database, 'admin'), asked);
}

async function member(database: Database, role: Role): Promise<Keeper> {
  const made = await database.transaction((transaction) => row<{ id: number }>(
    transaction,
    `INSERT INTO staff (email, name, role, state, session_epoch, created_at) VALUES (:email, :role, :role, 'active', 0, 0) RETURNING id`,
    { email: `${role}@small.test`, role },
  ));
  return { staff_id: (made as { id: number }).id, name: `${role}@small.test`, role, request_id: null };
}

async function file(database: Database, feed: Feed, ...lines: string[]): Promise<void> {
  const figures = await take(database, feed, ...lines);
  if (figures.accepted !== lines.length - 1) throw new Error(`${feed}: ${JSON.stringify(figures)}`);
}

async function take(database: Database, feed: Feed, ...lines: string[]): Promise<ImportFigures> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const job = { feed, file_name: `${feed}.csv`, bytes_total: bytes.length, dry_run: false, actor: systemActor };
  return (await importFile(database, clock, job, (async function* () { yield bytes; })())).figures;
}
