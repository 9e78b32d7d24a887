import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, row } from '../../db/statement.ts';
import { canonicalJson } from '../../server/audit/canonical.ts';
import { systemActor, type AuditChanges } from '../../server/audit/contract.ts';
import { redact } from '../../server/audit/redact.ts';
import { writeAudit } from '../../server/audit/service.ts';
import { verifyChain } from '../../server/audit/verify.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole();
});
afterEach(() => desk.close());

function write(changes: AuditChanges = {}, reason: string | null = null): Promise<number> {
  const event = {
    at: desk.context.clock.now(),
    actor: systemActor,
    action: 'run.started',
    subject_type: 'runs',
    subject_id: '1',
    changes,
    reason,
  } as const;
  return desk.context.database.transaction((transaction) => writeAudit(transaction, event));
}

/** Alters history as somebody with the database file would: past the triggers. */
async function tamper(sql: string): Promise<void> {
  const { database } = desk.context;
  await database.transaction(async (transaction) => {
    for (const trigger of ['update', 'delete']) {
      const name = `audit_events_no_${trigger}`;
      await transaction.raw(
        database.dialect.engine === 'sqlite'
          ? `DROP TRIGGER IF EXISTS ${name}`
          : `DROP TRIGGER IF EXISTS ${name} ON audit_events`,
      );
    }
    await transaction.raw(sql);
  });
}

describe('canonical JSON (RFC 8785)', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'], '': {} }, '{"":{},"a":[true,null,"x"],"b":1}'],
    // The order of the RFC's own example: by UTF-16 code units, so a surrogate pair stands before U+FB33.
    [
      {
        '\u20ac': 'Euro',
        '\r': 'CR',
        '\ufb33': 'dagesh',
        '1': 'One',
        '\ud83d\ude00': 'smile',
        '\u0080': 'control',
        '\u00f6': 'o',
      },
      '{"\\r":"CR","1":"One","\u0080":"control","ö":"o","€":"Euro","😀":"smile","\ufb33":"dagesh"}',
    ],
    ['\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    [-0, '0'],
    [9007199254740991, '9007199254740991'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value as never)).toBe(text);
  });

  it.each([1.5, Number.NaN, Infinity, 2 ** 53, undefined, '\ud800', { '\udc00': 1 }])('refuses %j', (value) => {
    expect(() => canonicalJson(value as never)).toThrow();
  });
});

describe('the audit chain', () => {
  it('starts at 64 zeros and can be checked by anybody from the list', async () => {
    await write({ state: { old: null, new: 'running' } }, 'because – über');
    const compliance = await desk.signIn('compliance');
    const { body } = await compliance.agent.get('/api/audit-events').query({ sort: '["seq","ASC"]', range: '[0,99]' });
    let prev = '0'.repeat(64);
    let seq = 0;
    for (const event of body) {
      seq += 1;
      expect(event.seq).toBe(seq);
      expect(event.prev).toBe(prev);
      const { id: _id, request_id: _request, hash, ...hashed } = event;
      expect(hash).toBe(createHash('sha256').update(canonicalJson(hashed)).digest('hex'));
      prev = hash;
    }
    // Six seeded members, the run, the sign-in.
    expect(seq).toBe(8);
    expect(body[6]).toMatchObject({
      id: '7',
      at: '2026-03-11T09:00:00.000Z',
      actor: 'system',
      changes: { state: { old: null, new: 'running' } },
      reason: 'because – über',
    });
  });

  it('has no gap when many write at once, or when a transaction fails', async () => {
    const failing = desk.context.database.transaction(async (transaction) => {
      await writeAudit(transaction, {
        at: 0,
        actor: systemActor,
        action: 'run.started',
        subject_type: 'runs',
        subject_id: '1',
        changes: {},
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const seqs = await Promise.all(Array.from({ length: 20 }, () => write()));
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 7));
    expect(await verifyChain(desk.context.database.read)).toEqual({ checked: 26, wrong: 0, first: null });
  });

  it('spans pages', async () => {
    await desk.context.database.transaction(async (transaction) => {
      for (let n = 0; n < 1100; n++) {
        await writeAudit(transaction, {
          at: n,
          actor: systemActor,
          action: 'run.started',
          subject_type: 'runs',
          subject_id: '1',
          changes: {},
        });
      }
    });
    expect(await verifyChain(desk.context.database.read)).toEqual({ checked: 1106, wrong: 0, first: null });
  });

  it.each([
    ['a changed reason', `UPDATE audit_events SET reason = 'other' WHERE seq = 3`, 1, '3'],
    ['a changed instant', 'UPDATE audit_events SET at = at + 1 WHERE seq = 2', 1, '2'],
    ['an instant that is none', 'UPDATE audit_events SET at = 9000000000000000 WHERE seq = 2', 1, '2'],
    ['changes that are no JSON', `UPDATE audit_events SET changes = '{' WHERE seq = 2`, 1, '2'],
    [
      'changes written otherwise',
      `UPDATE audit_events SET changes = '{"role" : {"new":"operations","old":null}}' WHERE seq = 1`,
      1,
      '1',
    ],
    ['a new hash', `UPDATE audit_events SET hash = '${'a'.repeat(64)}' WHERE seq = 4`, 2, '4'],
    ['a missing event', 'DELETE FROM audit_events WHERE seq = 3', 1, '3'],
    ['a missing end', 'DELETE FROM audit_events WHERE seq >= 5', 1, '5'],
    ['nothing left', 'DELETE FROM audit_events', 1, '1'],
    ['another head', `UPDATE audit_head SET hash = '${'b'.repeat(64)}'`, 1, '6'],
  ])('shows %s', async (_, sql, wrong, first) => {
    await tamper(sql);
    expect(await verifyChain(desk.context.database.read)).toMatchObject({ wrong, first });
  });

  it('cannot be altered or deleted', async () => {
    for (const sql of [
      `UPDATE audit_events SET reason = 'x'`,
      'DELETE FROM audit_events',
      `INSERT OR REPLACE INTO audit_events SELECT seq, at, 'x', role, action, subject_type, subject_id, changes, reason, request_id, prev, hash FROM audit_events`,
    ]) {
      await expect(desk.context.database.transaction((transaction) => execute(transaction, sql))).rejects.toThrow();
    }
  });

  it('takes no action that is not on the list', async () => {
    const event = {
      at: 0,
      actor: systemActor,
      action: 'made.up' as never,
      subject_type: 'runs',
      subject_id: '1',
      changes: {},
    };
    await expect(desk.context.database.transaction((transaction) => writeAudit(transaction, event))).rejects.toThrow(
      'no audit action',
    );
  });
});

describe('what the history never holds', () => {
  it('secrets, whoever writes them, and clear personal data of accounts', () => {
    const changes = {
      password_hash: { old: '$argon2id$old', new: '$argon2id$new' },
      setup_token: { old: null, new: 'abc' },
      email: { old: 'a@b.test', new: null },
      tier: { old: 0, new: 1 },
    };
    expect(redact('affiliates', changes)).toEqual({
      password_hash: { old: '[redacted]', new: '[redacted]' },
      setup_token: { old: null, new: '[redacted]' },
      email: { old: '[redacted]', new: null },
      tier: { old: 0, new: 1 },
    });
    expect(redact('staff', { email: { old: null, new: 'x@demo.test' } })).toEqual({
      email: { old: null, new: 'x@demo.test' },
    });
  });

  it('what somebody unknown typed as an e-mail address', async () => {
    const { default: request } = await import('supertest');
    await request(desk.app).post('/api/session').send({ email: 'my-Password-by-mistake', password: 'x' });
    const event = await row<{ text: string }>(
      desk.context.database.read,
      `SELECT actor || subject_id || changes AS text FROM audit_events WHERE action = 'session.refused'`,
    );
    expect(event?.text).toBe('systemunknown{}');
  });
});

describe('GET /api/audit-events', () => {
  it.each(['operations', 'support', 'admin'])('is not for %s', async (who) => {
    const person = await desk.signIn(who);
    for (const path of ['/api/audit-events', '/api/audit-events/1']) {
      const answer = await person.agent.get(path);
      expect(answer.status).toBe(403);
      expect(answer.body.error.code).toBe('forbidden');
    }
  });

  it('filters by subject and answers one by its number', async () => {
    const compliance = await desk.signIn('compliance');
    const filter = JSON.stringify({ subject_type: 'staff', subject_id: '2', action: 'staff.seeded' });
    const list = await compliance.agent.get('/api/audit-events').query({ filter });
    expect(list.headers['content-range']).toBe('audit-events 0-0/1');
    expect(list.body[0].changes).toEqual({ role: { old: null, new: 'operations' } });
    expect((await compliance.agent.get('/api/audit-events/2')).body.seq).toBe(2);
    for (const id of ['0', 'abc', '01', '1e3', '99999999999999', '999999999999999999999999']) {
      expect((await compliance.agent.get(`/api/audit-events/${id}`)).status, id).toBe(404);
    }
  });

  it('answers an empty list as such', async () => {
    const compliance = await desk.signIn('compliance');
    const answer = await compliance.agent.get('/api/audit-events').query({ filter: '{"actor":[]}' });
    expect(answer.headers['content-range']).toBe('audit-events */0');
    expect(answer.body).toEqual([]);
  });

  it('takes no other method', async () => {
    const compliance = await desk.signIn('compliance');
    const send = (method: 'put' | 'post' | 'delete') =>
      compliance.agent[method](method === 'post' ? '/api/audit-events' : '/api/audit-events/1')
        .set('X-CSRF-Token', compliance.csrfToken)
        .send({ reason: 'x' });
    for (const method of ['put', 'post', 'delete'] as const) expect((await send(method)).status).toBe(405);
  });
});
