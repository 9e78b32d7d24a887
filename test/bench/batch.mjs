/** Imports, runs, evaluations and exports against the bare engine doing the least for the same rows. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { command } from './product.mjs';
import { millis, note, perSecond, rate, ratios, taken } from './table.mjs';

const BATCH = 50_000;
const headers = {
  accounts: 'uid,registered_at,country,account_type,kyc_level,vip_level,email,name,referral_code,inviter_code,inviter_channel,inviter_campaign',
  activations: 'activation_id,uid,programme,activated_at',
  transfers: 'transfer_id,uid,occurred_at,direction,source,amount_usdt',
  trades: 'trade_id,uid,executed_at,product,volume_usdt,fee,fee_offset,fee_currency,via_api',
  'campaign-joins': 'join_id,campaign_code,uid,joined_at',
};
const tradeColumns = ['trade_id', 'account_id', 'executed_at', 'product', 'volume_e8', 'fee_e8', 'offset_e8', 'currency', 'via_api', 'late_month', 'import_id'];

/** The feeds of the world as files in the engine's folder. */
export async function writeFeeds({ folder }, world, tradeLine) {
  const feeds = {
    accounts: world.accountLines(), activations: world.activationLines(), transfers: world.transferLines(),
    trades: mapped(world.trades(), tradeLine),
  };
  const files = {};
  for (const [feed, lines] of Object.entries(feeds)) files[feed] = await writeFeed(folder, feed, lines);
  return files;
}

/** One file of a feed; its path. */
export async function writeFeed(folder, feed, lines) {
  const path = join(folder, `${feed}.csv`);
  await pipeline(Readable.from(blocks(headers[feed], lines)), createWriteStream(path));
  return path;
}

function* mapped(items, turn) {
  for (const item of items) yield turn(item);
}

function* blocks(header, lines) {
  let block = `${header}\n`;
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 1 << 18) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

export async function benchImport(engine, world, files, trades) {
  const done = await command(engine.url, 'import', 'trades', files.trades);
  await engine.settle();
  const table = await engine.twin('trades');
  const bare = await loadTrades(engine, world, table);
  await engine.drop(table);
  const speed = perSecond(trades, done.ms);
  note({
    engine: engine.name, work: 'import of trades', figure: `${rate(trades, done.ms)} (${millis(done.ms)}, CPU ${millis(done.cpuMs)})`, bare: millis(bare.ms),
    ...ratios(engine, done, bare), budget: '≥ 60,000 rows/s, ≤ 3 ×', met: speed >= 60_000 && done.ms <= 3 * bare.ms,
  });
  note({ engine: engine.name, work: 'import: memory', figure: `${Math.round(done.rssMb)} MB`, budget: '≤ 300 MB', met: done.rssMb <= 300 });
}

/** Ready values into the same columns, keys and indexes: prepared inserts of many rows, or COPY. Making them is not counted. */
async function loadTrades(engine, world, table) {
  const ids = new Map((await engine.ask('SELECT uid, id FROM accounts')).map(({ uid, id }) => [uid, Number(id)]));
  const e8 = (text) => {
    const [units, fraction = ''] = text.split('.');
    return Number(BigInt(units + fraction.padEnd(8, '0')));
  };
  const sum = { ms: 0, cpuMs: 0 };
  let rows = [];
  const load = async () => {
    const span = await engine.load(table, tradeColumns, rows);
    sum.ms += span.ms;
    sum.cpuMs += span.cpuMs;
    rows = [];
  };
  for (const t of world.trades()) {
    rows.push([t.trade_id, ids.get(t.uid), t.executed_at, t.product, e8(t.volume), e8(t.fee), e8(t.offset), t.currency, t.via_api ? 1 : 0, null, 1]);
    if (rows.length === BATCH) await load();
  }
  if (rows.length > 0) await load();
  return sum;
}

export async function benchRun(engine, day, work = 'commission run') {
  const done = await command(engine.url, 'run', 'commission', '--day', day);
  await engine.settle();
  const { trades } = JSON.parse(done.output);
  const table = await engine.twin('commission_records');
  const [{ n: last }] = await engine.ask('SELECT max(id) AS n FROM commission_records');
  const bare = await taken(async () => {
    for (let from = 1; from <= Number(last); from += BATCH) {
      await engine.ask(`INSERT INTO ${table} SELECT * FROM commission_records WHERE id >= ${from} AND id < ${from + BATCH} ORDER BY id`);
    }
  });
  await engine.drop(table);
  const speed = perSecond(trades, done.ms);
  note({
    engine: engine.name, work, figure: `${rate(trades, done.ms, 'trades')} (${millis(done.ms)}, CPU ${millis(done.cpuMs)})`,
    bare: millis(bare.ms), ...ratios(engine, done, bare), budget: '≥ 50,000 trades/s, ≤ 2.5 ×', met: speed >= 50_000 && done.ms <= 2.5 * bare.ms,
  });
  note({ engine: engine.name, work: `${work}: memory`, figure: `${Math.round(done.rssMb)} MB`, budget: '' });
}

/** The dry run asks the same statement and rules; the least of three, since it is short. */
export async function benchEvaluation(engine, dryRun, { from, until }) {
  const month = `FROM trades WHERE executed_at >= ${from} AND executed_at < ${until}`;
  const figure = await least(dryRun);
  const scan = await least(() => engine.ask(`SELECT sum(volume_e8 / 100000000) AS units, sum(volume_e8 % 100000000) AS fraction ${month}`));
  const grouped = await least(() =>
    engine.ask(`SELECT count(*) AS n FROM (SELECT account_id, sum(volume_e8 / 100000000) AS u, sum(volume_e8 % 100000000) AS f ${month} GROUP BY account_id) g`));
  note({
    engine: engine.name, work: 'evaluation of a month', figure: millis(figure.ms), bare: millis(scan.ms), ...ratios(engine, figure, scan),
    budget: '≤ 3 ×', met: figure.ms <= 3 * scan.ms,
  });
  note({
    engine: engine.name, work: 'the same, bare scan grouped by invitee', figure: millis(figure.ms), bare: millis(grouped.ms), ...ratios(engine, figure, grouped), budget: '',
  });
}

async function least(work) {
  const times = [];
  for (let time = 0; time < 3; time += 1) times.push(await taken(work));
  return { ms: Math.min(...times.map((one) => one.ms)), cpuMs: Math.min(...times.map((one) => one.cpuMs)) };
}

export async function benchExport(engine, { from, to }) {
  const done = await command(engine.url, 'export', 'commissions', '--from', from, '--to', to);
  const [{ n }] = await engine.ask('SELECT count(*) AS n FROM commission_records');
  const bare = await taken(() => bareLines(engine));
  const speed = perSecond(Number(n), done.ms);
  note({
    engine: engine.name, work: 'CSV export of records', figure: `${rate(Number(n), done.ms)} (${millis(done.ms)}, ${Math.round(done.bytes / 1e6)} MB)`,
    bare: millis(bare.ms), ...ratios(engine, done, bare), budget: '≥ 100,000 rows/s, ≤ 3 ×', met: speed >= 100_000 && done.ms <= 3 * bare.ms,
  });
  note({ engine: engine.name, work: 'export: memory', figure: `${Math.round(done.rssMb)} MB`, budget: '≤ 200 MB', met: done.rssMb <= 200 });
}

/** Lines of the same columns in the same order, by key, with values as they are stored: nothing formatted or guarded. */
async function bareLines(engine) {
  const columns = ['r.id', 't.trade_id', 'r.kind', 'i.uid', 'v.uid', 'r.programme', 'r.executed_at', 'r.product', 'r.family', 'r.tier', 'r.rate_bps',
    'r.base_e8', 'r.amount_e8', 'r.currency', 'r.reason', 'r.status', 'r.run_day', 'r.distributed_at', 'r.reverses_id'];
  const line = columns.map((column) => `COALESCE(CAST(${column} AS TEXT), '')`).join(` || ',' || `);
  let [at, id] = [-1, -1];
  for (;;) {
    const [answer] = await engine.ask(`SELECT string_agg(line, '\n') AS text, count(*) AS n, max(executed_at) AS at, max(id) AS id FROM (
      SELECT r.executed_at, r.id, ${line} AS line FROM commission_records r LEFT JOIN trades t ON t.id = r.trade_ref
        LEFT JOIN accounts i ON i.id = r.inviter_id LEFT JOIN accounts v ON v.id = r.invitee_id
      WHERE r.executed_at >= ${at} AND (r.executed_at > ${at} OR r.id > ${id}) ORDER BY r.executed_at, r.id LIMIT 20000) p`);
    if (Number(answer.n) === 0) return;
    // One run made them in the order of execution: the last instant has the last id.
    [at, id] = [answer.at, answer.id];
  }
}
