import { describe, expect, it } from 'vitest';
import { isLoopback, readSettings } from '../../server/settings.ts';
import { Refusal } from '../../server/refusal.ts';

const secret = 'x'.repeat(32);

function faultsOf(env: Record<string, string>): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof Refusal)
      return (error.details.faults as { setting: string }[]).map((fault) => fault.setting).toSorted();
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('have the defaults of the contract', () => {
    expect(readSettings({})).toMatchObject({
      databaseUrl: 'sqlite:data/ops.sqlite',
      host: '127.0.0.1',
      port: 3000,
      production: false,
      scheduler: false,
      startAt: null,
      demo: false,
      auditHeadDir: null,
      claimIdleMs: 3_600_000,
      trustProxy: false,
    });
  });

  it('are read from the environment', () => {
    const env = {
      DATABASE_URL: 'postgres://db/ops',
      PORT: '0',
      HOST: '::1',
      SCHEDULER: '1',
      OPS_NOW: '2026-03-11T00:00:00Z',
      DEMO: '1',
      AUDIT_HEAD_DIR: '/var/heads',
      CLAIM_IDLE_MINUTES: '15',
    };
    expect(readSettings(env)).toMatchObject({
      databaseUrl: 'postgres://db/ops',
      host: '::1',
      port: 0,
      scheduler: true,
      startAt: Date.UTC(2026, 2, 11),
      demo: true,
      auditHeadDir: '/var/heads',
      claimIdleMs: 900_000,
    });
  });

  it('report all faults at once', () => {
    expect(
      faultsOf({
        DATABASE_URL: 'mysql://x',
        PORT: '70000',
        SCHEDULER: 'yes',
        OPS_NOW: 'now',
        DEMO: '1',
        HOST: '0.0.0.0',
      }),
    ).toEqual(['DATABASE_URL', 'DEMO', 'OPS_NOW', 'PORT', 'SCHEDULER']);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ NODE_ENV: 'production' }, ['SESSION_SECRET']],
    [{ NODE_ENV: 'production', SESSION_SECRET: 'short' }, ['SESSION_SECRET']],
    [{ NODE_ENV: 'production', SESSION_SECRET: secret, DEMO: '1' }, ['DEMO']],
    [{ NODE_ENV: 'production', SESSION_SECRET: secret, OPS_NOW: '2026-03-11T00:00:00Z' }, ['OPS_NOW']],
    [{ NODE_ENV: 'production', SESSION_SECRET: secret }, []],
    [{ DEMO: '1', HOST: '0.0.0.0' }, ['DEMO']],
    [{ DEMO: '1', HOST: '192.168.1.5' }, ['DEMO']],
    [{ DEMO: '1', HOST: '127.evil.test' }, ['DEMO']],
    [{ DEMO: '1', HOST: 'localhost' }, []],
    [{ PORT: '-1' }, ['PORT']],
    [{ OPS_NOW: '2026-02-30T00:00:00Z' }, ['OPS_NOW']],
  ])('%o → faults %j', (env, faults) => {
    expect(faultsOf(env)).toEqual(faults);
  });

  it('do not repeat a value: it may be a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://me:hunter2@db' })).toThrow(
      expect.not.stringContaining('hunter2'),
    );
    try {
      readSettings({ DATABASE_URL: 'mysql://me:hunter2@db' });
    } catch (error) {
      expect(JSON.stringify((error as Refusal).details)).not.toContain('hunter2');
    }
  });

  it('make up a secret of their own outside production', () => {
    expect(readSettings({}).sessionSecret).not.toBe(readSettings({}).sessionSecret);
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['0.0.0.0', '::', '10.0.0.1', 'example.test', ''])('is not %s', (host) =>
    expect(isLoopback(host)).toBe(false),
  );
});
