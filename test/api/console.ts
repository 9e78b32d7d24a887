import { once } from 'node:events';
import { Agent as Connections, createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Express, Router } from 'express';
import request, { type Agent, type Test } from 'supertest';
import { demoPassword } from '../../seeds/demo/staff.ts';
import type { Context } from '../../server/context.ts';
import { createApp } from '../../server/http/app.ts';
import { readSettings } from '../../server/settings.ts';
import { seedDemoStaff } from '../../server/staff/demo.ts';
import { workerProgram } from '../../server/work/start.ts';
import { openTestDatabase, type Filling } from '../database.ts';
import { cheapPasswords } from '../databases/cheap-passwords.ts';

export interface Person {
  agent: Agent;
  csrfToken: string;
  /** The session's cookie, to be sent by somebody else. */
  cookie: string;
  /** The same agent with the token already set. */
  post(path: string, body?: object): Test;
  put(path: string, body: object): Test;
  delete(path: string): Test;
}

export interface TestConsole {
  app: Express;
  context: Context;
  /** Moves the clock. */
  pass(ms: number): void;
  /** A new session of one of the demo staff: `operations`, `compliance2`, … */
  signIn(who: string): Promise<Person>;
  /** What was logged, one JSON document a line. */
  logged(): string;
  close(): Promise<void>;
}

export const startOfTests = Date.parse('2026-03-11T09:00:00.000Z');

// As in production, and in half the time that the sources take; test/run/setup.mjs has seen to it that it is not stale.
workerProgram.words = [fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))];

/** The demo staff and nothing else. */
export const staffOnly: Filling = {
  name: 'demo staff',
  fill: (database) =>
    database.transaction(async (transaction) => {
      await seedDemoStaff(transaction, { now: () => startOfTests });
      await cheapPasswords(transaction);
    }),
};

/** The whole app over a database with the demo staff, and a clock that stands still until it is moved. */
export async function openConsole(env: Record<string, string> = {}, routers?: Router[], filling = staffOnly): Promise<TestConsole> {
  const { database, close } = await openTestDatabase({ filling });
  let now = startOfTests;
  let lines = '';
  const context: Context = {
    database,
    clock: { now: () => now },
    settings: readSettings({ SESSION_SECRET: 'a secret of the tests, long enough', DEMO: '1', ...env }),
    log: pino({}, { write: (line: string) => void (lines += line) }),
  };
  const app = createApp(context, routers ? { routers } : {});
  const server = await listening(app);
  const connections = new Connections({ keepAlive: true });
  return {
    app,
    context,
    pass: (ms) => void (now += ms),
    signIn: async (who) => {
      const agent = request.agent(server).use((asked: Test) => asked.agent(connections));
      const answer = await agent.post('/api/session').send({ email: `${who}@demo.test`, password: demoPassword });
      if (answer.status !== 200) throw new Error(`sign-in of ${who}: ${answer.status} ${answer.text}`);
      const csrfToken = String(answer.body.csrf_token);
      return {
        agent,
        csrfToken,
        cookie: String(answer.headers['set-cookie']).split(';')[0] as string,
        post: (path, body = {}) => agent.post(path).set('X-CSRF-Token', csrfToken).send(body),
        put: (path, body) => agent.put(path).set('X-CSRF-Token', csrfToken).send(body),
        delete: (path) => agent.delete(path).set('X-CSRF-Token', csrfToken),
      };
    },
    logged: () => lines,
    close: async () => {
      connections.destroy();
      server.closeAllConnections();
      server.close();
      await close();
    },
  };
}

/** One server for all that the console's people ask: supertest would open and close one for every question. */
async function listening(app: Express): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 0 }, app).listen(0);
  await once(server, 'listening');
  return server;
}
