import { describe, expect, it } from 'vitest';
import { fieldsOf, may, policyOf, resources, roles, type Resource, type Verb } from '../../server/policy/contract.ts';

/** Who may what, as CONTRACT 3 says it. */
const rights: [Resource, Verb, string[]][] = [
  ['affiliates', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['referrals', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['commissions', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['tier-reviews', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['evaluations', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['rulebooks', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['runs', 'read', ['operations', 'compliance', 'support', 'admin']],
  ['tier-reviews', 'approve', ['operations']],
  ['tier-reviews', 'reject', ['operations']],
  ['runs', 'create', ['operations']],
  ['imports', 'create', ['operations']],
  ['import-rejects', 'read', ['operations', 'compliance']],
  ['commissions', 'export', ['operations', 'compliance']],
  ['affiliates', 'export', ['operations', 'compliance']],
  ['audit-events', 'read', ['compliance']],
  ['audit-events', 'export', ['compliance']],
  ...(['decisions', 'reveals', 'liabilities', 'audit-samples', 'audit-sample-records', 'audit-checks'] as const)
    .map((resource): [Resource, Verb, string[]] => [resource, 'read', ['compliance']]),
  ['staff', 'read', ['admin']],
  ['reveals', 'create', ['support']],
  ['affiliates', 'create', []],
  ['staff', 'approve', []],
];

describe('the policy', () => {
  it.each(rights)('%s: %s by %j', (resource, verb, who) => {
    expect(roles.filter((role) => may(role, resource, verb))).toEqual(who);
  });

  it.each(resources)('%s names only fields that it has', (resource) => {
    const { fields, personal, filterable, sortable, searchable, sort } = policyOf(resource);
    const known = Object.keys(fields);
    expect(known).toEqual(expect.arrayContaining([...personal, ...filterable, ...sortable, ...searchable]));
    if (may('operations', resource, 'read')) expect(sortable).toContain(sort[0]);
    const closed = known.filter((name) => ['json', 'fraction'].includes(fields[name] as string));
    for (const name of closed) expect([...filterable, ...sortable, ...searchable]).not.toContain(name);
  });

  it('never names a secret', () => {
    for (const resource of resources) {
      for (const name of Object.keys(policyOf(resource).fields))
        expect(name).not.toMatch(/password|token|secret|epoch/);
    }
  });

  it('shows personal data to operations and compliance, masked to support, not to admin', () => {
    expect(fieldsOf('operations', 'affiliates').readable).toContain('email');
    expect(fieldsOf('compliance', 'affiliates').masked).toEqual([]);
    expect(fieldsOf('support', 'affiliates').readable).toContain('email');
    expect(fieldsOf('support', 'affiliates').masked).toEqual(['email', 'name']);
    expect(fieldsOf('admin', 'affiliates').readable).not.toContain('email');
  });

  it('lets nobody filter, sort or search by what they do not see in the clear', () => {
    for (const resource of resources) {
      for (const role of ['support', 'admin'] as const) {
        const access = fieldsOf(role, resource);
        const questions = [...Object.keys(access.filterable), ...access.sortable, ...access.searchable];
        for (const name of policyOf(resource).personal) expect(questions).not.toContain(name);
      }
    }
  });

  it('gives no fields of a resource that the role may not read', () => {
    expect(fieldsOf('support', 'audit-events')).toEqual({
      readable: [],
      masked: [],
      filterable: {},
      sortable: [],
      searchable: [],
    });
  });
});
