/** Requests of every status machine, made by the services themselves and then put into any of their states. */
import { execute, row } from '../../db/statement.ts';
import { requestBoost } from '../../server/boosts/service.ts';
import type { Actor } from '../../server/audit/contract.ts';
import { fileApplication } from '../../server/applications/service.ts';
import { campaignBody, newCampaignVersion } from '../../server/campaigns/contract.ts';
import { createCampaign, moveByVerb } from '../../server/campaigns/service.ts';
import { proposeVersion } from '../../server/campaigns/versions.ts';
import { submitContent } from '../../server/content-reviews/service.ts';
import { requestCorrection } from '../../server/corrections/service.ts';
import type { Machine } from '../../server/transitions/contract.ts';
import { requestOverride } from '../../server/manifests/service.ts';
import { requestResume, stopPayouts } from '../../server/payouts/stops.ts';
import { roles, type Role } from '../../server/policy/contract.ts';
import { requestReversal } from '../../server/reversals/service.ts';
import { fileChange } from '../../server/status-changes/file.ts';
import { account, activates, commissionRun, evaluation, moment, story, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

export const comment = 'looked at by both of us, as agreed';
const why = { reason_code: 'user_request', text: comment } as const;

/** An affiliate with a record and a review that waits, and somebody who takes part in nothing. */
const oneOfEach = story(
  account('ada', { on: '2025-01-01' }), activates('ada', 'referral', '2026-02-02'), account('ada-guest', { on: '2025-12-20', by: 'ada' }),
  trades('t', 'ada-guest', '2026-02-10', { volume_usdt: '50000', fee: '100' }), account('idle', { on: '2025-01-01' }),
  evaluation('2026-01', '2026-02-01 06:00'), commissionRun('2026-02-28', '2026-03-01 06:00'), evaluation('2026-02', '2026-03-01 06:00'),
);

/** The one who asked, whatever their role lets them ask. */
export interface Owner {
  staff_id: number;
  name: string;
}

interface MachineAtWork {
  table: string;
  /** Where it is not `state`, and of overrides not the id of the row. */
  id?: string;
  /** Makes one in its first state; answers the id that the verbs name. */
  make: (desk: PlayedConsole, who: (role: Role) => Actor) => Promise<number>;
  /** Nobody asks for it. */
  unasked?: true;
  /** How a state is written, where not by its name alone: in these steps. */
  written?: (state: string, owner: Owner) => Record<string, string | number | null>[];
  /** What the verb's body holds beside the comment. */
  body?: (person: Person, id: number, verb: string) => Promise<object>;
  /** The state on the wire. */
  stateOf?: (shown: Record<string, unknown>) => unknown;
  /** Where a state is called otherwise than `not_pending`. */
  elsewhere?: (verb: string, state: string) => string;
  /** Where a step may end beside what the table says: by the instants of the row itself. */
  lands?: Record<string, string>;
}

const days = { past: moment('2026-03-01'), ahead: moment('2026-05-01'), far: moment('2026-06-01') };
let made = 0;

function campaign(desk: PlayedConsole, who: (role: Role) => Actor): Promise<number> {
  return createCampaign(desk.context.database, desk.context.clock, who('operations'), campaignBody.parse({
    code: `c-${++made}`, kind: 'public', name: 'Spring', landing_url: 'https://promo.example/spring', starts_at: days.ahead, ends_at: days.far,
    tasks: [{ task: 'register' }], rewards: [{ side: 'inviter', reward: 'cash', amount: '10', currency: 'USDT' }], budget: '1000',
  }));
}

async function preview(resource: string, person: Person, id: number, verb: string): Promise<object> {
  if (verb !== 'approve') return {};
  return { preview: (await person.agent.get(`/api/${resource}/${id}/preview`)).body.version ?? 'none' };
}

async function insert(desk: PlayedConsole, sql: string, parameters: Record<string, string | number | null>): Promise<number> {
  return desk.context.database.transaction(async (transaction) => (await row<{ id: number }>(transaction, `${sql} RETURNING id`, parameters))?.id as number);
}

export const atWork: Record<Machine, MachineAtWork> = {
  'status-changes': {
    table: 'status_changes',
    make: ({ context: { database, clock } }, who) => fileChange(database, clock, who('operations'), {
      ...why, affiliate_uid: 'ada', kind: 'leave', evidence: [], effective_at: days.ahead,
    }),
    body: (...asked) => preview('status-changes', ...asked),
  },
  'tier-reviews': { table: 'tier_reviews', unasked: true, make: async (desk) => Number(await desk.reviewOf('ada')) },
  applications: {
    table: 'applications',
    make: ({ context: { database, clock } }, who) => fileApplication(database, clock, who('operations'), { uid: 'idle', channels: 'a blog', audience: 'readers', text: comment }),
  },
  boosts: {
    table: 'boosts',
    make: ({ context: { database, clock } }, who) => requestBoost(database, clock, who('operations'), { programme: 'partner', from: days.past, to: days.ahead, text: comment }),
  },
  'content-reviews': {
    table: 'content_reviews',
    make: ({ context: { database, clock } }, who) => submitContent(database, clock, who('operations'), {
      affiliate_uid: 'ada', url: `https://blog.example/${++made}`, channel: 'blog', text: comment,
    }),
    body: async (_person, _id, verb) => (verb === 'reject' ? { reason_code: 'quality' } : {}),
  },
  reversals: {
    table: 'reversals',
    make: ({ context: { database, clock } }, who) => requestReversal(database, clock, who('operations'), { ...why, record_id: '1' }),
    body: (...asked) => preview('reversals', ...asked),
  },
  corrections: {
    table: 'corrections',
    make: ({ context: { database, clock } }, who) => requestCorrection(database, clock, who('operations'), { ...why, record_id: '1', amount: '1' }),
  },
  campaigns: {
    table: 'campaigns', unasked: true, make: campaign, elsewhere: () => 'wrong_state',
    // Its start lies ahead: the clock begins nothing meanwhile.
    lands: { active: 'scheduled' },
  },
  'campaign-versions': {
    table: 'campaign_versions',
    make: async (desk, who) => {
      const { database, clock } = desk.context;
      const id = await campaign(desk, who);
      await moveByVerb(database, clock, who('operations'), id, 'activate', null);
      return proposeVersion(database, clock, who('operations'), newCampaignVersion.parse({ campaign_id: String(id), reason: comment, budget: '2000' }));
    },
    // What waits is taken back, by who asked; the database knows no other (CAM-3).
    written: (state, { staff_id, name }): Record<string, string | number | null>[] => state === 'cancelled'
      ? [{ state: 'pending' }, { state: 'rejected', taken_back: 1, decided_by: name, decided_by_id: staff_id }]
      : [{ state }],
  },
  payouts: {
    table: 'payout_batches',
    make: async (desk, who) => {
      const { staff_id, name } = who('operations');
      const day = new Date(Date.UTC(2027, 0, ++made)).toISOString().slice(0, 10);
      const run = await insert(desk, `INSERT INTO runs (kind, period, state, progress_bps, range_from, range_until, cursor_at, cursor_id, result, requested_by, started_at)
        VALUES ('payout', :day, 'done', 10000, 0, 0, 0, 0, '{}', :name, 0)`, { day, name });
      return insert(desk, `INSERT INTO payout_batches (day, run_id, last_record_id, created_by, created_by_id, created_at, deadline_at, state)
        VALUES (:day, :run, 0, :name, :staff_id, 0, 0, 'ready')`, { day, run, name, staff_id });
    },
    // Of a batch without lines nothing is left to be confirmed.
    lands: { released: 'paid' },
  },
  'payout-stops': {
    table: 'payout_stops',
    make: async ({ context: { database, clock } }, who) => {
      const id = await stopPayouts(database, clock, who('compliance'), comment);
      await requestResume(database, clock, who('operations'), id, comment);
      return id;
    },
    written: (state, { staff_id, name }) => [{ state, resume_requested_by_id: staff_id, resume_requested_by: name }],
    elsewhere: (verb, state) => (verb !== 'resume' ? 'not_pending' : state === 'lifted' ? 'not_stopped' : 'already_pending'),
  },
  manifests: {
    table: 'manifest_overrides', id: 'manifest_id',
    make: async (desk, who) => {
      const day = new Date(Date.UTC(2027, 0, ++made)).toISOString().slice(0, 10);
      const id = await insert(desk, `INSERT INTO manifests (feed, day, row_count, import_id, received_at) VALUES ('trades', :day, 5, 0, 0)`, { day });
      await requestOverride(desk.context.database, desk.context.clock, who('operations'), id, comment);
      return id;
    },
    stateOf: (shown) => (shown['override'] as { state: string }).state,
  },
  'staff-changes': {
    table: 'staff_changes',
    make: (desk, who) => {
      const { staff_id, name } = who('admin');
      return insert(desk, `INSERT INTO staff_changes (kind, email, name, role_to, requested_by, requested_by_id, requested_at, state)
        VALUES ('add', :email, 'Somebody', 'support', :name, :staff_id, 0, 'pending')`, { email: `new-${++made}@demo.test`, name, staff_id });
    },
  },
};

export interface Floor {
  desk: PlayedConsole;
  /** Signed in when first asked for. */
  people: Map<Role, Person>;
  /** By role; `other` is nobody who asks the API here. */
  owners: Record<Role | 'other', Owner>;
}

export async function openFloor(): Promise<Floor> {
  const desk = await openPlayed(oneOfEach);
  const names = { ...Object.fromEntries(roles.map((role) => [role, role])), other: 'operations2' };
  const owners = Object.fromEntries(await Promise.all(Object.entries(names).map(async ([key, name]) => {
    const email = `${name}@demo.test`;
    const found = await row<{ id: number }>(desk.context.database.read, 'SELECT id FROM staff WHERE email = :email', { email });
    return [key, { staff_id: found?.id as number, name: email }] as const;
  }))) as Floor['owners'];
  return { desk, people: new Map(), owners };
}

export async function personOf({ desk, people }: Floor, role: Role): Promise<Person> {
  const person = people.get(role) ?? (await desk.signIn(role));
  people.set(role, person);
  return person;
}

export function makeOf({ desk }: Floor, machine: Machine, owner: Owner): Promise<number> {
  return atWork[machine].make(desk, (role) => ({ ...owner, role, request_id: null }));
}

/** Writes the state as if it had come to it by its way. */
export async function putInto(desk: PlayedConsole, machine: Machine, id: number, state: string, owner: Owner): Promise<void> {
  const { table, id: key = 'id', written } = atWork[machine];
  for (const values of written?.(state, owner) ?? [{ state }]) {
    const set = Object.keys(values).map((name) => `${name} = :${name}`).join(', ');
    await desk.context.database.transaction((transaction) => execute(transaction, `UPDATE ${table} SET ${set} WHERE ${key} = :id`, { ...values, id }));
  }
}
