/**
 * The tables of transitions against the API: every state × verb × role, of one's own request and of another's, is answered as the table says
 * (DESIGN 2, CONTRACT 3).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeStep, machines, type Machine, type Step, verbsOf } from '../../server/transitions/contract.ts';
import { openApiDocument } from '../../server/openapi/document.ts';
import { may, policyOf, roles, type Role, type Verb } from '../../server/policy/contract.ts';
import { atWork, comment, makeOf, openFloor, personOf, putInto, type Floor } from './machines.ts';

async function ask(floor: Floor, machine: Machine, id: number, verb: string, role: Role): Promise<{ status: number; code: string | null; state: unknown }> {
  const { body, stateOf = (shown) => shown['state'] } = atWork[machine];
  const person = await personOf(floor, role);
  const more = (await body?.(person, id, verb)) ?? {};
  const answer = await person.post(`/api/${machine}/${id}/${verb}`, { comment, ...more });
  return { status: answer.status, code: answer.body.error?.code ?? null, state: answer.status < 300 ? stateOf(answer.body) : null };
}

/** Every state that stands in a table, from which or to which a step leads. */
function statesOf(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap(({ from, to }) => [...from, to]))];
}

const names = Object.keys(machines) as Machine[];
const statuses: Record<string, number> = { forbidden: 403, own_request: 403 };

describe.each(names)('%s', (machine) => {
  const steps: readonly Step[] = machines[machine];
  const { elsewhere = () => 'not_pending', lands = {}, unasked } = atWork[machine];
  const owning = unasked ? (['other'] as const) : ([...roles, 'other'] as const);
  /** What a role does to what it asked for itself, and to another's. */
  const cases = owning.flatMap((owner) => (owner === 'other' ? roles : [owner]).flatMap((role) => statesOf(steps).flatMap((state) => verbsOf(steps).map((verb) => ({
    owner, role, state, verb, judged: judgeStep(steps, verb, { role, own: owner === role, state }),
  })))));
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor();
  });
  afterAll(() => floor.desk.close());

  it('refuses what its table refuses, and leaves it as it was', async () => {
    for (const owner of owning) {
      const id = await makeOf(floor, machine, floor.owners[owner]);
      for (const state of statesOf(steps)) {
        await putInto(floor.desk, machine, id, state, floor.owners[owner]);
        for (const { role, verb, judged } of cases.filter((one) => one.owner === owner && one.state === state && typeof one.judged === 'string')) {
            const code = judged === 'not_pending' ? elsewhere(verb, state) : (judged as string);
          expect(await ask(floor, machine, id, verb, role), `${role}, ${owner}’s, ${state}: ${verb}`).toEqual({ status: statuses[code] ?? 409, code, state: null });
        }
      }
      await putInto(floor.desk, machine, id, statesOf(steps).at(-1) as string, floor.owners[owner]);
    }
  });

  it.each(cases.filter(({ judged }) => typeof judged !== 'string'))(
    'lets $role take $verb from $state, of what $owner asked for', async ({ owner, role, state, verb, judged }) => {
      const fresh = await openFloor();
      try {
        const id = await makeOf(fresh, machine, fresh.owners[owner]);
        await putInto(fresh.desk, machine, id, state, fresh.owners[owner]);
        const { to } = judged as Step;
        const answer = await ask(fresh, machine, id, verb, role);
        expect(answer).toEqual({ status: 200, code: null, state: lands[to] ?? to });
      } finally {
        await fresh.desk.close();
      }
    },
  );

  it('is what policy and OpenAPI tell', () => {
    const paths = openApiDocument()['paths'] as Record<string, { post?: { description: string } }>;
    for (const verb of verbsOf(steps)) {
      const allowed = roles.filter((role) => steps.some((step) => step.verb === verb && step.who !== 'system' && step.who.includes(role)));
      expect(roles.filter((role) => may(role, machine, verb as Verb))).toEqual(allowed);
      const told = paths[`/api/${machine}/{id}/${verb}`]?.post?.description ?? '';
      for (const { from, to } of steps.filter((one) => one.verb === verb && one.who !== 'system')) expect(told).toContain(`${from.join(' or ')} → ${to}`);
    }
    const others: Verb[] = ['read', 'export', 'create', 'join', 'settle'];
    expect(Object.keys(policyOf(machine).verbs).filter((verb) => !others.includes(verb as Verb)).sort()).toEqual(verbsOf(steps).sort());
  });
});
