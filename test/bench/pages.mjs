/** What people wait for: lists, explanations, dossiers and the omnibox over HTTP, eight at once, against the bare queries. */
import { serve } from './product.mjs';
import { millis, note } from './table.mjs';

const AT_ONCE = 8;
const REQUESTS = 400;
const lookups = `LEFT JOIN accounts i ON i.id = r.inviter_id LEFT JOIN accounts v ON v.id = r.invitee_id LEFT JOIN trades t ON t.id = r.trade_ref`;
const page = (where, order) => `SELECT r.*, i.uid, v.uid AS invitee, t.trade_id FROM commission_records r ${lookups} ${where} ORDER BY ${order} LIMIT 25`;

export async function benchPages(engine, database, signIn) {
  const [{ n }] = await engine.ask('SELECT count(*) AS n FROM commission_records');
  const instants = await engine.ask('SELECT executed_at AS at FROM commission_records WHERE id % 997 = 0 LIMIT 400');
  const affiliates = await engine.ask(`SELECT a.uid, a.id FROM accounts a WHERE EXISTS (SELECT 1 FROM commission_records r WHERE r.inviter_id = a.id) LIMIT 200`);
  const trades = await engine.ask('SELECT trade_id FROM trades WHERE id % 1009 = 7 LIMIT 200');
  const reviews = await engine.ask('SELECT id FROM tier_reviews LIMIT 200');
  const server = await serve(engine.url);
  try {
    const get = await visitor(server.address, signIn);
    const list = (query) => `/api/commissions?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]))}`;
    const pick = (items, turn) => items[turn % items.length];
    const bare = (sql) => database.read.raw(sql);
    const deep = (turn) => Math.floor((Number(n) * (10 + ((turn * 37) % 80))) / 100);
    await answers(engine, 'list, first page', () => get(list({ sort: ['executed_at', 'DESC'], range: [0, 24] })),
      () => bare(page('', 'r.executed_at DESC, r.id')));
    await answers(engine, 'list, a page deep in it', (turn) => get(list({ sort: ['executed_at', 'ASC'], range: [deep(turn), deep(turn) + 24] })),
      (turn) => bare(page(`WHERE r.executed_at >= ${pick(instants, turn).at}`, 'r.executed_at, r.id')));
    await answers(engine, 'list of one affiliate, with total',
      (turn) => get(list({ sort: ['id', 'DESC'], range: [0, 24], filter: { inviter_uid: pick(affiliates, turn).uid } })),
      async (turn) => {
        const { id } = pick(affiliates, turn);
        await bare(page(`WHERE r.inviter_id = ${id}`, 'r.id DESC'));
        await bare(`SELECT sum(records) AS n FROM commission_totals WHERE inviter_id = ${id}`);
      });
    await single(engine, 'explain a trade', 50, (turn) => get(`/api/trades/${pick(trades, turn).trade_id}/explain`));
    if (reviews.length > 0) await single(engine, 'dossier of a review', 50, (turn) => get(`/api/tier-reviews/${pick(reviews, turn).id}/dossier`));
    await single(engine, 'omnibox', 50, (turn) => get(`/api/search?q=${pick(affiliates, turn).uid}`));
    await single(engine, "one affiliate's figures", 50, (turn) => get(`/api/affiliates/${pick(affiliates, turn).uid}`));
    await single(engine, 'performance: the house by month', 50, () => get('/api/performance'));
    await single(engine, 'performance: the house in total', 50, () => get('/api/performance?grain=total'));
    await single(engine, 'performance: the house over days', 50, () => get('/api/performance?grain=total&from=2026-02-03&to=2026-03-30'));
    await single(engine, 'performance: one affiliate by month', 50, (turn) => get(`/api/performance?affiliate=${pick(affiliates, turn).uid}`));
    await single(engine, 'performance: one affiliate over days', 50,
      (turn) => get(`/api/performance?affiliate=${pick(affiliates, turn).uid}&grain=total&from=2026-02-03&to=2026-03-30`));
  } finally {
    await server.stop();
  }
}

export async function visitor(address, { email, password }) {
  const opened = await fetch(`${address}/api/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
  });
  if (opened.status !== 200) throw new Error(`sign-in: ${opened.status} ${await opened.text()}`);
  const cookie = String(opened.headers.get('set-cookie')).split(';')[0];
  return async (path) => {
    const answer = await fetch(address + path, { headers: { cookie } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`);
  };
}

export async function answers(engine, work, product, bare) {
  const asked = await timed(product, AT_ONCE);
  const least = await timed(bare, AT_ONCE);
  const budget = 2 * least.p50 + 10;
  note({
    engine: engine.name, work, figure: `p50 ${millis(asked.p50)}, p99 ${millis(asked.p99)}`, bare: `p50 ${millis(least.p50)}, p99 ${millis(least.p99)}`,
    ratio: asked.p50 / least.p50, budget: '≤ 2 × + 10 ms, p99 < 100 ms', met: asked.p50 <= budget && asked.p99 < 100,
  });
}

async function single(engine, work, limit, product) {
  const asked = await timed(product, 1, 100);
  note({ engine: engine.name, work, figure: `p50 ${millis(asked.p50)}, p99 ${millis(asked.p99)}`, budget: `≤ ${limit} ms`, met: asked.p50 <= limit });
}

/** After as many at once, and as many in all, have warmed up: a console serves for weeks, and what is asked all day is compiled by then. */
async function timed(work, atOnce, requests = REQUESTS) {
  await spans(work, atOnce, requests);
  const times = (await spans(work, atOnce, requests)).sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length / 2)], p99: times[Math.ceil(times.length * 0.99) - 1] };
}

/** Milliseconds of each request; `turn` counts them. */
async function spans(work, atOnce, requests) {
  const times = [];
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < requests) {
      const turn = next++;
      const began = performance.now();
      await work(turn);
      times.push(performance.now() - began);
    }
  }));
  return times;
}
