import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../server/commands/call.ts';
import { testDatabaseUrl, type TestDatabaseUrl } from '../database.ts';
import { toCsv, type AnyRow, type FeedName } from '../worlds/feeds.ts';
import { account, activates, story, times, trades, transfers } from '../worlds/story.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const now = '2026-03-11T09:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'commands-test-'));
let database: TestDatabaseUrl;

interface Outcome {
  exit: number | null;
  stdout: string;
  stderr: string;
  /** What stdout holds, where it is one JSON document. */
  result: Record<string, unknown> & { error?: { code: string; message: string; details: Record<string, unknown> } };
}

interface Running {
  ended: Promise<Outcome>;
  firstLine: Promise<string>;
  stop(): void;
}

function start(program: string, words: string[], env: Record<string, string> = {}): Running {
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, program), ...words], {
    cwd: root,
    env: { ...inherited, DATABASE_URL: database.url, OPS_NOW: now, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk));
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
      if (stdout.includes('\n')) resolve(stdout.split('\n')[0] as string);
    });
    child.once('close', () => reject(new Error(`ended without a line: ${stderr}`)));
  });
  // Who waits for the end alone does not ask for it.
  firstLine.catch(() => undefined);
  const ended = new Promise<Outcome>((resolve) => {
    child.once('close', (exit) => resolve(outcomeOf(exit, stdout, stderr)));
  });
  return { ended, firstLine, stop: () => void child.kill('SIGTERM') };
}

/** The command as a process of its own. */
const ops = (words: string[], env?: Record<string, string>): Promise<Outcome> => start('dist/server/main.js', words,
  env).ended;

/** The same in this process, where another test starts the command as its own: a start takes longer than what it does. */
async function called(words: string[]): Promise<Outcome> {
  const lines: string[] = [];
  const exit = await call(words, { DATABASE_URL: database.url, OPS_NOW: now }, (line) => void lines.push(line));
  return outcomeOf(exit, lines.join(''), '');
}

function outcomeOf(exit: number | null, stdout: string, stderr: string): Outcome {
  let result = {};
  try {
    result = JSON.parse(stdout) as object;
  } catch {
    // An export, or nothing at all.
  }
  return { exit, stdout, stderr, result };
}

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function importRows(feed: FeedName, rows: readonly AnyRow[], way = called): Promise<Outcome> {
  return way(['import', feed, file(`${feed}.csv`, toCsv(feed, rows))]);
}

beforeAll(async () => {
  database = await testDatabaseUrl();
  // As `npm run ops` does it: builds what is stale first.
  const migrated = await start('server/start/ops.mjs', ['migrate']).ended;
  if (migrated.exit !== 0) throw new Error(`the server was not built: ${migrated.stderr}`);
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.remove();
});

describe('wrong usage is exit 2, told as JSON, and changes nothing', () => {
  it.each<[string[]]>([
    [[]], [['nothing']], [['__proto__']], [['constructor']], [['migrate', '--force']], [['rollback', 'all']],
      [['seed']], [['serve', '--port', '1']],
    [['import', 'trades']], [['import', 'nothing', 'x.csv']], [['import', 'trades', '/nowhere/x.csv']], [['import',
      'trades', 'a.csv', '--rejects']],
    [['run', 'payroll', '--day', '2026-01-01']], [['run', 'commission', '--day', '2026-02-30']], [['run', 'commission',
      '--month', '2026-01']],
    [['run', 'evaluation', '--month', '9999-12']], [['export', 'staff']], [['export', 'commissions', '--from', 'x',
      '--to', 'y']],
    [['export', 'evaluation']], [['export', 'audit', '--from', '2026-01-01', '--to', '9999-12-31']], [['verify',
      'all']], [['staff', 'remove']],
    [['staff', 'add', '--email', 'x', '--role', 'admin', '--name', 'X']], [['staff', 'add', '--email', 'x@y.test',
      '--role', 'root', '--name', 'X']],
  ])('%j', async (words) => expectUsage(await called(words)));

  it('of no command, and of one that is there: as a process too', async () => {
    for (const words of [[], ['verify', 'all']]) expectUsage(await ops(words));
  });

  function expectUsage({ exit, result, stdout }: Outcome): void {
    expect(exit, stdout).toBe(2);
    expect(Object.keys(result)).toEqual(['error']);
    expect(result.error).toEqual({ code: 'usage', message: expect.any(String),
      details: { usage: expect.arrayContaining(['verify']) } });
  }
});

describe('settings', () => {
  it('that are wrong are told all at once, without their values', async () => {
    const { exit, result, stdout } = await ops(['verify'], {
      DATABASE_URL: 'mysql://me:hunter2@db', PORT: '70000', OPS_NOW: 'now', SCHEDULER: 'yes', DEMO: '1',
        HOST: '0.0.0.0',
    });
    expect(exit).toBe(1);
    expect(result.error?.code).toBe('bad_settings');
    const faults = result.error?.details.faults as { setting: string }[];
    expect(faults.map((fault) => fault.setting).toSorted()).toEqual(['DATABASE_URL', 'DEMO', 'OPS_NOW', 'PORT',
      'SCHEDULER']);
    expect(stdout).not.toContain('hunter2');
  });

  it('OPS_NOW and DEMO are refused in production, and a secret is asked for', async () => {
    const { exit, result } = await ops(['serve'], { NODE_ENV: 'production', DEMO: '1' });
    expect(exit).toBe(1);
    const faults = result.error?.details.faults as { setting: string }[];
    expect(faults.map((fault) => fault.setting)).toEqual(['OPS_NOW', 'DEMO', 'SESSION_SECRET']);
  });

  it('a database that is not there is a plain failure', async () => {
    const nowhere = await ops(['verify'], { DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/none' });
    expect(nowhere.exit).toBe(1);
    expect(nowhere.result.error?.code).toEqual(expect.any(String));
    expect(nowhere.stdout).not.toContain('hunter2');
  });
});

// These go on from each other, as the days of a console do.
describe('from an empty database to an export', () => {
  it('rollback takes one step down, migrate brings it up again', async () => {
    const down = await ops(['rollback']);
    expect([down.exit, Object.keys(down.result)]).toEqual([0, ['rolled_back']]);
    const up = await ops(['migrate']);
    expect([up.exit, (up.result.applied as string[]).length]).toEqual([0, 1]);
    expect((await called(['migrate'])).result).toEqual({ applied: [] });
  });

  it('seed reference, as often as one likes', async () => {
    for (const way of [ops, called]) {
      const { exit, result } = await way(['seed', 'reference']);
      expect([exit, result]).toEqual([0, { seeded: 'reference' }]);
    }
  });

  it('staff add prints a one-time token, and an address is taken once', async () => {
    const words = ['staff', 'add', '--email', 'First@Console.test', '--role', 'admin', '--name', 'First Person'];
    const { exit, result } = await ops(words);
    expect(exit).toBe(0);
    expect(result).toEqual({
      id: expect.any(String), email: 'first@console.test', role: 'admin', token: expect.stringMatching(/^[\w-]{43}$/),
        expires_at: expect.stringMatching(/^2026-03-14T09:00:0/),
    });
    const again = await called(words);
    expect([again.exit, again.result.error?.code]).toEqual([1, 'email_taken']);
  });

  it('import: figures on stdout, exit 0; again: all duplicates', async () => {
    const accounts = story(account('ada'), account('lost', { by: 'nobody' }), times(3, (n) => [account(`bob${n}`,
      { on: '2026-01-03', by: 'ada' })]));
    const rows = (accounts[0] as { rows: readonly AnyRow[] }).rows;
    const first = await importRows('accounts', rows, ops);
    expect(first.exit, first.stdout).toBe(0);
    expect(first.result).toEqual({
      feed: 'accounts', rows: 5, accepted: 5, duplicates: 0, conflicts: 0, rejected: 0, bindings_refused: 1,
        import_id: expect.any(String),
    });
    expect((await importRows('accounts', rows)).result).toMatchObject({ accepted: 0, duplicates: 5 });
  });

  it('import: rejects and conflicts are exit 3, and a file to mend', async () => {
    const steps = story(
      activates('ada', 'referral', '2026-01-02'), account('eve', { on: '2026-01-03', by: 'ada' }), transfers('eve',
        '100', '2026-01-04'),
      trades('t1', 'eve', '2026-01-05', { fee: '8' }), trades('t2', 'eve', '2026-01-05', { via_api: 'true' }),
    );
    for (const step of steps) {
      if (step.step === 'import') expect((await importRows(step.feed, step.rows)).exit).toBe(0);
    }
    const path = file('bad.csv', toCsv('trades', story(
      trades('t3', 'eve', '2026-01-06', { fee: '1' }), trades('t4', 'nobody', '2026-01-06'), trades('t1', 'eve',
        '2026-01-05', { fee: '9' }),
    ).flatMap((step) => (step.step === 'import' ? [...step.rows] : []))));
    const dry = await called(['import', 'trades', path, '--dry-run', '--rejects', join(folder, 'dry.csv')]);
    expect([dry.exit, dry.result]).toEqual([3, {
      feed: 'trades', rows: 3, accepted: 1, duplicates: 0, conflicts: 1, rejected: 1, bindings_refused: 0,
        import_id: null,
    }]);
    const done = await ops(['import', 'trades', path, '--rejects', join(folder, 'rejects.csv')]);
    expect([done.exit, done.result]).toEqual([3, { ...dry.result, import_id: expect.any(String) }]);
    const rejects = readFileSync(join(folder, 'rejects.csv'), 'utf8');
    expect(rejects).toBe(readFileSync(join(folder, 'dry.csv'), 'utf8'));
    expect(rejects.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^t4,nobody,.*,3,uid,unknown_uid$/), expect.stringMatching(/^t1,eve,.*,4,fee,conflict$/),
        '',
    ]);
  });

  it('import: a header that does not fit is exit 1 and writes nothing', async () => {
    const { exit, result } = await called(['import', 'trades', file('header.csv', 'trade_id,uid\nx,y\n')]);
    expect([exit, result.error?.code]).toEqual([1, 'bad_header']);
    expect(result.error?.details.missing).toContain('fee');
  });

  it('import: a file that breaks off is exit 1, with what was kept and where it ended', async () => {
    const path = file('open.csv',
      `${toCsv('trades', [])}t5,eve,2026-01-06T00:00:00Z,spot,1,1,0,USDT,false\nt6,eve,"2026\n`);
    const { exit, result } = await ops(['import', 'trades', path]);
    expect(exit).toBe(1);
    expect(result).toMatchObject({ error: { code: 'bad_csv' }, accepted_before_failure: 1, line: 3 });
  });

  it('run: dry, for good, and again', async () => {
    const words = ['run', 'commission', '--day', '2026-01-31'];
    const dry = await called([...words, '--dry-run']);
    const expected = { day: '2026-01-31', trades: 4, earning: 3, zero: 1, by_reason: { api_trade: 1 },
      totals: [{ currency: 'USDT', amount: '1.5' }] };
    expect([dry.exit, dry.result]).toEqual([0, { ...expected, run_id: null }]);
    const done = await ops(words);
    expect([done.exit, done.result]).toEqual([0, { ...expected, run_id: expect.any(String) }]);
    expect((await called(words)).result).toEqual(done.result);
    expect((await called(['run', 'commission', '--day', '2026-01-10'])).result).toEqual(done.result);
  });

  it.each([
    [['run', 'commission', '--day', '2026-03-11'], 'day_not_over'],
    [['run', 'commission', '--day', '2026-02-10'], 'evaluation_pending'],
    [['run', 'evaluation', '--month', '2026-03'], 'month_not_over'],
    [['run', 'evaluation', '--month', '2026-02'], 'previous_month_open'],
    [['run', 'commission', '--day', '1969-12-31'], 'bad_value'],
  ])('%j is refused: %s, exit 1', async (words, code) => {
    const { exit, result } = await ops(words);
    expect([exit, Object.keys(result), result.error?.code]).toEqual([1, ['error'], code]);
    expect((await called([...words, '--dry-run'])).result.error?.code).toBe(code);
  });

  it('run evaluation: dry, for good, and again', async () => {
    const words = ['run', 'evaluation', '--month', '2026-01'];
    const expected = { month: '2026-01', evaluated: 1, promotions: 0, retentions: 1, demotions: 0 };
    expect((await called([...words, '--dry-run'])).result).toEqual({ ...expected, run_id: null });
    const done = await ops(words);
    expect([done.exit, done.result]).toEqual([0, { ...expected, run_id: expect.any(String) }]);
    expect((await called(words)).result).toEqual(done.result);
  });

  it('export: CSV alone on stdout', async () => {
    const commissions = await ops(['export', 'commissions', '--from', '2026-01-05', '--to', '2026-01-05']);
    expect([commissions.exit, commissions.stderr]).toEqual([0, '']);
    const lines = commissions.stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('record_id,trade_id,kind,inviter_uid,invitee_uid,programme,executed_at,product,family,tier,rate_bps,base,amount,currency,reason,' +
      'status,run_day,distributed_at,reverses');
    expect(lines[1]).toMatch(/^\d+,t1,commission,ada,eve,referral,2026-01-05T00:00:00.000Z,spot,spot_margin,0,1500,8,1.2,USDT,,open,2026-01-31,,$/);
    expect(lines).toHaveLength(3);
    // Eve is an invitee: an account without records of its own.
    const none = await ops(['export', 'commissions', '--from', '2026-01-05', '--to', '2026-01-05', '--affiliate', 'eve']);
    expect([none.exit, none.stdout.split('\n').length]).toEqual([0, 2]);
    expect((await ops(['export', 'evaluation', '--month',
      '2026-01'])).stdout.split('\n')[1]).toBe('ada,referral,0,0,301,0,retention,false,');
    const audit = await ops(['export', 'audit', '--from', '2026-03-11', '--to', '2026-03-11']);
    expect(audit.stdout.split('\n')[0]).toBe('seq,at,actor,role,action,subject_type,subject_id,changes,reason,prev,hash');
    expect(audit.stdout).toContain('run.finished');
    expect((await ops(['export', 'audit', '--from', '2026-03-11', '--to', '2026-03-11'])).stdout).toBe(audit.stdout);
  });

  it.each<[string[], string, object]>([
    [['commissions', '--from', '2026-01-06', '--to', '2026-01-05'], 'bad_request', { field: 'from' }],
    [['audit', '--from', '2026-03-12', '--to', '2026-03-11'], 'bad_request', { field: 'from' }],
    [['commissions', '--from', '2026-01-05', '--to', '2026-01-05', '--affiliate', 'nobody'], 'not_found', { affiliate: 'nobody' }],
    [['commissions', '--from', '2026-01-05', '--to', '2026-01-05', '--affiliate', ''], 'not_found', { affiliate: '' }],
    [['payout', '--batch', '999'], 'not_found', { id: '999' }],
    [['evaluation', '--month', '2026-02'], 'evaluation_pending', { month: '2026-02' }],
    [['evaluation', '--month', '2026-03'], 'month_not_over', { month: '2026-03' }],
  ])('export %j is refused with the code that HTTP has for it, and no line of a CSV', async (words, code, details) => {
    const { exit, stdout } = await ops(['export', ...words]);
    expect([exit, JSON.parse(stdout)]).toEqual([1, { error: { code, message: expect.any(String), details } }]);
  });

  it('verify: every check by name, exit 0 where nothing is wrong', async () => {
    const { exit, result } = await ops(['verify']);
    expect(exit).toBe(0);
    for (const check of result.checks as object[]) expect(check).toMatchObject({ name: expect.any(String),
      checked: expect.any(Number), wrong: 0 });
  });

  it('serve: one line when ready, then answers, and ends on SIGTERM', async () => {
    const server = start('dist/server/main.js', ['serve'], { PORT: '0', DEMO: '1' });
    const { listening } = JSON.parse(await server.firstLine) as { listening: string };
    expect((await fetch(`${listening}/readyz`)).status).toBe(200);
    expect((await fetch(`${listening}/api/trades/t1/explain`)).status).toBe(401);
    server.stop();
    const { exit, stdout } = await server.ended;
    expect([exit, stdout]).toEqual([0, `${JSON.stringify({ listening })}\n`]);
  });
});
