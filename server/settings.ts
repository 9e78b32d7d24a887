import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { MINUTE_MS, parseInstant } from './calendar.ts';
import { Refusal } from './refusal.ts';

/** The settings of CONTRACT 2. */
export interface Settings {
  databaseUrl: string;
  host: string;
  port: number;
  production: boolean;
  /**
   * Keys the stored session ids; another secret ends every session. Made up per process where none is set outside
   * production.
   */
  sessionSecret: string;
  /** Whether X-Forwarded-For of a proxy on this machine names the client (TRUST_PROXY=1). */
  trustProxy: boolean;
  scheduler: boolean;
  /** OPS_NOW in ms: where the clock starts; null: the real time. */
  startAt: number | null;
  demo: boolean;
  /** Where the head of the audit chain is written daily; null: nowhere. */
  auditHeadDir: string | null;
  /** How long a case stays in the hand of who does not open it again (CLAIM_IDLE_MINUTES). */
  claimIdleMs: number;
}

const MIN_SECRET_LENGTH = 32;
const flag = z
  .enum(['0', '1'], 'must be 0 or 1')
  .default('0')
  .transform((value) => value === '1');

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:<path> or postgres://…')
    .default('sqlite:data/ops.sqlite'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number'),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  SESSION_SECRET: z.string().optional(),
  TRUST_PROXY: flag,
  SCHEDULER: flag,
  OPS_NOW: z
    .string()
    .refine((text) => parseInstant(text) !== null, 'must be an instant such as 2026-03-11T00:00:00.000Z')
    .optional(),
  DEMO: flag,
  CLAIM_IDLE_MINUTES: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a number of minutes from 1 to 9999')
    .default('60')
    .transform(Number),
  AUDIT_HEAD_DIR: z.string().min(1, 'must not be empty').optional(),
});

type Environment = z.infer<typeof environment>;
type Fault = { setting: string; fault: string };

/** Reads and checks the environment; throws `bad_settings` with all faults at once in `details.faults`. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  // A wrong value hides no other fault: the rules between settings are asked of what could be read.
  const faults: Fault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ setting: issue.path.join('.'), fault: issue.message }));
  faults.push(...conflicts(given));
  if (!parsed.success || faults.length > 0) throw new Refusal('bad_settings', { faults });
  return fromEnvironment(parsed.data);
}

/** The rules that tie one setting to another. */
function conflicts(env: Record<string, string | undefined>): Fault[] {
  const faults: Fault[] = [];
  const production = env.NODE_ENV === 'production';
  if (production && env.OPS_NOW) faults.push({ setting: 'OPS_NOW', fault: 'is refused in production' });
  if (production && env.DEMO === '1') faults.push({ setting: 'DEMO', fault: 'is refused in production' });
  if (production && (env.SESSION_SECRET ?? '').length < MIN_SECRET_LENGTH) {
    faults.push({
      setting: 'SESSION_SECRET',
      fault: `must have at least ${MIN_SECRET_LENGTH} characters in production`,
    });
  }
  if (env.DEMO === '1' && !isLoopback(env.HOST ?? '127.0.0.1')) {
    faults.push({ setting: 'DEMO', fault: 'is refused where HOST is not loopback' });
  }
  return faults;
}

export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1').replace(/^::ffff:/i, '');
  return address === 'localhost' || address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

function fromEnvironment(env: Environment): Settings {
  return {
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    production: env.NODE_ENV === 'production',
    sessionSecret: env.SESSION_SECRET ?? randomBytes(32).toString('base64url'),
    trustProxy: env.TRUST_PROXY,
    scheduler: env.SCHEDULER,
    startAt: env.OPS_NOW === undefined ? null : parseInstant(env.OPS_NOW),
    demo: env.DEMO,
    claimIdleMs: env.CLAIM_IDLE_MINUTES * MINUTE_MS,
    auditHeadDir: env.AUDIT_HEAD_DIR ?? null,
  };
}
