/**
 * A process of its own that acts on databases as the console does, from the built server. A line on its stdin gives it
 * `{url, now, die, acts: [{what, who, id, day, csv, preview}]}`: it says `ready`, waits for another line, does all acts at once,
 * and says what came of each, and how many statements wrote. `die`: it is killed (SIGKILL) before the so-maniest of them; `after`
 * it ends. Then it waits for the next, until its stdin ends.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { openDatabase } from '../../dist/db/connection.js';
import { KeepingClient } from '../../dist/db/sqlite-statements.js';
import { runCommission } from '../../dist/server/commissions/run.js';
import { importFile } from '../../dist/server/imports/service.js';
import { runPayout } from '../../dist/server/payouts/run.js';
import { releasePayout } from '../../dist/server/payouts/service.js';
import { approveReversal, rejectRequest, requestReversal } from '../../dist/server/reversals/service.js';
import { approveChange, closeChange } from '../../dist/server/status-changes/decide.js';

const COMMENT = 'as the case says, with reasons';
const PostgresClient = createRequire(import.meta.url)('knex/lib/dialects/postgres/index.js');
/** Of what it is at. */
let writes = 0;
let die;

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

const doing = (database, clock) => ({
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
});

const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
const say = (told) => void process.stdout.write(`${told}\n`);
for (let given = await lines.next(); !given.done; given = await lines.next()) {
  const { url, now, acts, ...rest } = JSON.parse(given.value);
  const database = openDatabase(url);
  const does = doing(database, { now: () => now });
  await database.read.raw('SELECT 1');
  [writes, die] = [0, rest.die];
  say('ready');
  await lines.next();
  const outcomes = await Promise.all(acts.map(async (act) => {
    try {
      const answer = await does[act.what](act);
      return act.what === 'payout' ? JSON.stringify(answer) : 'done';
    } catch (error) {
      return error.code ?? String(error);
    }
  }));
  const told = JSON.stringify({ outcomes, writes });
  await database.close();
  say(told);
}
process.exit(0);
