/** Campaigns with all that hangs on them: the runs of a day, progress and the list, against the bare engine doing the least for the same rows. */
import { benchRun, writeFeed } from './batch.mjs';
import { openEngine } from './engines.mjs';
import { answers, visitor } from './pages.mjs';
import { command, environment, serve } from './product.mjs';
import { millis, note, rate, ratios, taken } from './table.mjs';

const DAY = '2026-03-31';
const CAMPAIGNS = 200;
const AFFILIATES = 2_000;
/** The first stand open to everybody, through whose own links one invitee of ten came. */
const FOR_ALL = 2;

const operator = { staff_id: null, name: 'operations@bench.test', role: 'operations', request_id: null };

const codeOf = (campaign) => `camp-${campaign}`;
const at = (day, n) => `2026-03-${String(day).padStart(2, '0')}T${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00.000Z`;

/** So many invitees, and as many campaigns and affiliates as such a number has. */
function world(invitees) {
  const affiliates = Math.min(AFFILIATES, Math.ceil(invitees / 50));
  const campaigns = Math.min(CAMPAIGNS, Math.max(FOR_ALL + 1, Math.ceil(invitees / 500)));
  const joined = (affiliate) => FOR_ALL + (affiliate % (campaigns - FOR_ALL));
  const each = (count, line) => Array.from({ length: count }, (_, n) => line(n));
  const account = (uid, registered, own, inviter, campaign) =>
    `${uid},${registered},BR,normal,advanced,0,${uid}@example.org,Name ${uid},${own},${inviter},${inviter ? 'link' : ''},${campaign}`;
  return {
    campaigns,
    affiliates: each(affiliates, (n) => account(`aff-${n}`, '2026-01-05T00:00:00.000Z', `CODE${n}`, '', '')),
    activations: each(affiliates, (n) => `act-${n},aff-${n},pro,2026-01-10T00:00:00.000Z`),
    joins: each(affiliates, (n) => `join-${n},${codeOf(joined(n))},aff-${n},2026-03-01T00:00:00.000Z`),
    invitees: each(invitees, (n) => {
      const affiliate = n % affiliates;
      return account(`inv-${n}`, at(2 + (n % 19), n), '', `CODE${affiliate}`, n % 10 === 0 ? '' : codeOf(joined(affiliate)));
    }),
    // Three of four have paid in enough, nine of ten traded enough.
    transfers: each(invitees, (n) => `tr-${n},inv-${n},${at(22, n)},in,crypto,${n % 4 === 0 ? 40 : 150}`),
    trades: each(2 * invitees, (n) => {
      const invitee = n >> 1;
      return `t-${n},inv-${invitee},${at(23 + (n & 1), invitee)},spot,${invitee % 10 === 3 ? 100 : 300},0.3,0,USDT,false`;
    }),
  };
}

function campaignBody(campaign) {
  const all = campaign < FOR_ALL;
  return {
    code: codeOf(campaign), kind: 'exclusive', audience: all ? 'all' : 'joining', name: `Campaign ${campaign}`, landing_url: 'https://promo.example/',
    texts: {}, regions: [], programmes: [], starts_at: '2026-03-01T00:00:00.000Z', ends_at: '2026-06-01T00:00:00.000Z',
    tasks: [{ task: 'register' }, { task: 'deposit', amount: '100', within_days: 30 }, { task: 'volume', amount: '500', within_days: 30 }],
    rewards: [{ side: 'inviter', reward: 'cash', amount: '5', currency: 'USDT' }, { side: 'invitee', reward: 'fee_voucher', amount: '2', currency: 'USDT' }],
    budget: '10000000', cap_per_affiliate: '100000',
  };
}

/** @param {(source: string) => Promise<object>} built the built form of a source */
export async function benchCampaigns(name, invitees, built) {
  const { openDatabase } = await built('db/connection.ts');
  const { createClock } = await built('server/clock.ts');
  const { seedDemoStaff } = await built('server/staff/demo.ts');
  const { demoPassword } = await built('seeds/demo/staff.ts');
  const { createCampaign, moveByVerb } = await built('server/campaigns/service.ts');
  const engine = await openEngine(name);
  const feed = async (which, lines) => command(engine.url, 'import', which, await writeFeed(engine.folder, which, lines));
  try {
    const made = world(invitees);
    await command(engine.url, 'seed', 'reference');
    await feed('accounts', made.affiliates);
    await feed('activations', made.activations);
    const database = openDatabase(engine.url);
    try {
      const before = { now: () => Date.parse('2026-02-20T00:00:00.000Z') };
      for (let campaign = 0; campaign < made.campaigns; campaign += 1) {
        const id = await createCampaign(database, before, operator, campaignBody(campaign));
        await moveByVerb(database, before, operator, id, 'activate', null);
      }
      await feed('campaign-joins', made.joins);
      await feed('accounts', made.invitees);
      await feed('transfers', made.transfers);
      await feed('trades', made.trades);
      await engine.settle();
      await benchRun(engine, DAY, 'commission run beside campaigns');
      await benchBonuses(engine, invitees);
      await database.transaction((transaction) => seedDemoStaff(transaction, createClock(Date.parse(environment(engine.url).OPS_NOW))));
      await benchLists(engine, database, { email: 'compliance@demo.test', password: demoPassword });
    } finally {
      await database.close();
    }
  } finally {
    await engine.remove();
  }
}

async function benchBonuses(engine, invitees) {
  const done = await command(engine.url, 'run', 'bonus', '--day', DAY);
  await engine.settle();
  const { awarded } = JSON.parse(done.output);
  const records = await engine.twin('commission_records');
  const bonuses = await engine.twin('bonuses');
  const bare = await taken(async () => {
    await engine.ask(`INSERT INTO ${records} SELECT * FROM commission_records WHERE kind = 'bonus' ORDER BY id`);
    await engine.ask(`INSERT INTO ${bonuses} SELECT * FROM bonuses ORDER BY id`);
  });
  await engine.drop(bonuses);
  await engine.drop(records);
  note({
    engine: engine.name, work: `bonus run, ${awarded.toLocaleString('en-US')} bonuses`,
    figure: `${rate(invitees, done.ms, 'invitees')} (${millis(done.ms)}, CPU ${millis(done.cpuMs)})`, bare: millis(bare.ms), ...ratios(engine, done, bare), budget: '',
  });
  note({ engine: engine.name, work: 'bonus run: memory', figure: `${Math.round(done.rssMb)} MB`, budget: '' });
  const again = await command(engine.url, 'run', 'bonus', '--day', '2026-04-01');
  note({ engine: engine.name, work: 'bonus run of the next day, nothing new', figure: `${millis(again.ms)}, CPU ${millis(again.cpuMs)}`, budget: '' });
}

const sumOf = (table, amount) => `(SELECT sum(x.${amount} / 100000000) FROM ${table} x WHERE x.account_id = b.invitee_id)`;

async function benchLists(engine, database, signIn) {
  const server = await serve(engine.url);
  const query = (range) => new URLSearchParams({ range: JSON.stringify(range) });
  try {
    const get = await visitor(server.address, signIn);
    const ids = (await engine.ask('SELECT id FROM campaigns ORDER BY id')).map(({ id }) => id);
    const joining = (turn) => FOR_ALL + 1 + (turn % (ids.length - FOR_ALL));
    await answers(engine, "progress of a campaign's invitees", (turn) => get(`/api/campaigns/${joining(turn)}/progress?${query([0, 24])}`),
      (turn) => database.read.raw(`SELECT b.id, i.uid, v.uid AS invitee, b.bound_at, ${sumOf('transfers', 'amount_e8')} AS paid, ${sumOf('trades', 'volume_e8')} AS volume
        FROM bindings b JOIN accounts i ON i.id = b.inviter_id JOIN accounts v ON v.id = b.invitee_id
        WHERE b.campaign = '${codeOf(joining(turn) - 1)}' ORDER BY b.bound_at, b.id LIMIT 25`));
    await answers(engine, 'list of campaigns', (turn) => get(`/api/campaigns?${query([25 * (turn % 8), 25 * (turn % 8) + 24])}`),
      (turn) => database.read.raw(`SELECT c.*, v.*, (SELECT sum(n.amount_e8) FROM bonuses n WHERE n.campaign_id = c.id AND n.state IN ('pending', 'distributed')) AS committed,
        (SELECT count(*) FROM campaign_joins j WHERE j.campaign_id = c.id) AS joined
        FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id ORDER BY c.id LIMIT 25 OFFSET ${25 * (turn % 8)}`));
  } finally {
    await server.stop();
  }
}
