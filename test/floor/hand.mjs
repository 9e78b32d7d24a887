/**
 * A process of its own that acts on a database as the console does, from the built server: `node hand.mjs <json>` with
 * `{url, now, die, acts: [{what, who, id, day, csv, preview}]}`. It says `ready`, waits for a line, does all acts at once, and says
 * what came of each, and how many statements wrote. `die`: it is killed (SIGKILL) before the so-maniest of them; `after` it ends.
 */
import { createRequire } from 'node:module';
import { openDatabase } from '../../dist/db/connection.js';
import { KeepingClient } from '../../dist/db/sqlite-statements.js';
import { runCommission } from '../../dist/server/commissions/run.js';
import { importFile } from '../../dist/server/imports/service.js';
import { runPayout } from '../../dist/server/payouts/run.js';
import { releasePayout } from '../../dist/server/payouts/service.js';
import { approveReversal, rejectRequest, requestReversal } from '../../dist/server/reversals/service.js';
import { approveChange, closeChange } from '../../dist/server/status-changes/decide.js';

const COMMENT = 'as the case says, with reasons';
const { url, now, die, acts } = JSON.parse(process.argv[2]);
const clock = { now: () => now };
const PostgresClient = createRequire(import.meta.url)('knex/lib/dialects/postgres/index.js');
let writes = 0;

for (const { prototype } of [KeepingClient, PostgresClient]) {
  const ask = prototype._query;
  prototype._query = async function (connection, query) {
    const isWrite = /^\s*(insert|update|delete|commit)/i.test(query.sql);
    if (isWrite && ++writes === die?.before) process.kill(process.pid, 'SIGKILL');
    const answer = await ask.call(this, connection, query);
    if (isWrite && writes === die?.after) process.kill(process.pid, 'SIGKILL');
    return answer;
  };
}

const database = openDatabase(url);
const doing = {
  approve: ({ who, id, preview }) => approveChange(database, clock, who, id, { comment: COMMENT, preview }),
  reject: ({ who, id }) => closeChange(database, clock, who, id, 'reject', COMMENT),
  cancel: ({ who, id }) => closeChange(database, clock, who, id, 'cancel', null),
  askReversal: ({ who, id }) => requestReversal(database, clock, who, { record_id: String(id), reason_code: 'other', text: COMMENT }),
  approveReversal: ({ who, id, preview }) => approveReversal(database, clock, who, id, { comment: COMMENT, preview }),
  rejectReversal: ({ who, id }) => rejectRequest(database, clock, who, 'reversals', id, COMMENT),
  commission: ({ who, day }) => runCommission(database, clock, day, who),
  payout: ({ who, day }) => runPayout(database, clock, day, who),
  release: ({ who, id }) => releasePayout(database, clock, who, id, null),
  confirm: ({ who, csv }) => {
    const bytes = new TextEncoder().encode(csv);
    const job = { feed: 'payout-confirmations', file_name: 'paid.csv', bytes_total: bytes.length, dry_run: false, actor: who };
    return importFile(database, clock, job, (async function* () { yield bytes; })());
  },
};

await database.read.raw('SELECT 1');
process.stdout.write('ready\n');
await new Promise((resolve) => { process.stdin.once('data', resolve); });
const outcomes = await Promise.all(acts.map(async (act) => {
  try {
    const answer = await doing[act.what](act);
    return act.what === 'payout' ? JSON.stringify(answer) : 'done';
  } catch (error) {
    return error.code ?? String(error);
  }
}));
process.stdout.write(`${JSON.stringify({ outcomes, writes })}\n`);
await database.close();
process.exit(0);
