/**
 * `npm run bench [-- --trades=1000000] [-- --invitees=100000] [-- --engine=sqlite|postgres]`: the console's work on a large world, each beside the bare
 * engine doing the least possible for the same rows on the same machine, one after the other. Prints one markdown table (to
 * stdout; its rows appear on stderr as they come) and asserts nothing: a clock on a busy machine proves nothing.
 *
 * How to read it. `ratio` is what counts: the product's wall time over the bare engine's, start of the process included; a
 * machine that is slow or busy slows both. `CPU ratio` is the same of the processes' CPU time, and says more where others use the
 * machine; on SQLite only, for a PostgreSQL server's time is not seen from here. Figures per second compare only with those of
 * the same machine left alone. `met` compares with DESIGN 9.
 *
 * What the bare engine does: import: ready values by prepared inserts of 500 rows (SQLite) or COPY (PostgreSQL), 50,000 rows a
 * transaction, into an empty table with the same keys and indexes. Run: INSERT … SELECT of the very records into such a table.
 * Evaluation: one sum over the month's trades; a line below, the same sum by invitee. Export: the lines' stored values joined
 * with commas, 20,000 at a time by key. Lists: the page's rows with their look-ups, and the affiliate's total, by SQL from this
 * process, as many at once. Nothing of it reads CSV, checks, explains, adds to totals or writes audit: that is the ratio.
 *
 * Campaigns stand in a world of their own, of `--invitees` people who came by 200 campaigns through 2,000 affiliates (fewer, where
 * there are fewer of them; 0 leaves it out, `--trades=0` leaves the large world out). Bonus run: INSERT … SELECT of the very bonuses
 * and records. Progress: the page's bindings with what their invitees have paid in and traded. Campaigns: the page's rows with what
 * each has committed.
 *
 * TEST_DATABASE_URL names a PostgreSQL server of one's own. Databases and files are removed in the end.
 */
import { parseArgs } from 'node:util';
import { ensureDriver } from '../../db/driver/ensure.mjs';
import { build } from '../../server/start/build.mjs';
import { benchEvaluation, benchExport, benchImport, benchRun, writeFeeds } from './batch.mjs';
import { openEngine } from './engines.mjs';
import { benchCampaigns } from './campaigns.mjs';
import { benchPages } from './pages.mjs';
import { command, environment } from './product.mjs';
import { table } from './table.mjs';

/** The built form of a source. */
const built = (source) => import(new URL(`../../dist/${source.replace(/\.ts$/, '.js')}`, import.meta.url).href);
const { trades, invitees, engines } = wanted();

await ensureDriver();
await build(['server']);
for (const name of engines) {
  if (trades > 0) await bench(name);
  if (invitees > 0) await benchCampaigns(name, invitees, built);
}
process.stdout.write(`${trades.toLocaleString('en-US')} trades, ${invitees.toLocaleString('en-US')} invitees of campaigns, Node ${process.version}\n\n${table()}\n`);

function wanted() {
  const { values } = parseArgs({ options: { trades: { type: 'string', default: '1000000' }, invitees: { type: 'string', default: '100000' }, engine: { type: 'string' } } });
  const [count, people] = [Number(values.trades), Number(values.invitees)];
  const asked = (number) => number === 0 || (Number.isSafeInteger(number) && number >= 1_000);
  const known = ['sqlite', 'postgres'];
  if (!asked(count) || !asked(people) || (values.engine !== undefined && !known.includes(values.engine))) {
    process.stderr.write('usage: npm run bench [-- --trades=<0, or 1000 or more>] [-- --invitees=<0, or 1000 or more>] [-- --engine=sqlite|postgres]\n');
    process.exit(2);
  }
  return { trades: count, invitees: people, engines: values.engine === undefined ? known : [values.engine] };
}

async function bench(name) {
  const { loadWorld, tradeLine } = await built('seeds/load/world.ts');
  const { openDatabase } = await built('db/connection.ts');
  const { demoPassword } = await built('seeds/demo/staff.ts');
  const { seedDemoStaff } = await built('server/staff/demo.ts');
  const { dryRunEvaluation } = await built('server/evaluations/run.ts');
  const { createClock } = await built('server/clock.ts');
  const { monthEnd, monthStart, addMonths } = await built('server/calendar.ts');
  const world = loadWorld(trades);
  const engine = await openEngine(name);
  try {
    const files = await writeFeeds(engine, world, tradeLine);
    await command(engine.url, 'seed', 'reference');
    for (const feed of ['accounts', 'activations', 'transfers']) await command(engine.url, 'import', feed, files[feed]);
    await benchImport(engine, world, files, trades);
    await command(engine.url, 'run', 'evaluation', '--month', addMonths(world.month, -1));
    await benchRun(engine, `${world.month}-31`);
    const database = openDatabase(engine.url);
    const clock = createClock(Date.parse(environment(engine.url).OPS_NOW));
    try {
      await database.transaction((transaction) => seedDemoStaff(transaction, clock));
      const span = { from: monthStart(world.month), until: monthEnd(world.month) };
      await benchEvaluation(engine, () => dryRunEvaluation(database, clock, world.month), span);
      await command(engine.url, 'run', 'evaluation', '--month', world.month);
      await benchExport(engine, { from: `${world.month}-01`, to: `${world.month}-31` });
      await benchPages(engine, database, { email: 'compliance@demo.test', password: demoPassword });
    } finally {
      await database.close();
    }
  } finally {
    await engine.remove();
  }
}
