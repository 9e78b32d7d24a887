import { describe, expect, it } from 'vitest';
import { refusalOfAsking, refusalOfDeciding, type Asked, type Member } from '../../server/staff-changes/rules.ts';

const ann: Member = { id: 1, role: 'admin', state: 'active' };
const abe: Member = { id: 2, role: 'admin', state: 'active' };
const cleo: Member = { id: 3, role: 'compliance', state: 'active' };
const cody: Member = { id: 4, role: 'compliance', state: 'active' };
const ona: Member = { id: 5, role: 'operations', state: 'active' };
const off: Member = { id: 6, role: 'operations', state: 'disabled' };
const guest: Member = { id: 7, role: 'compliance', state: 'invited' };
const everybody = [ann, abe, cleo, cody, ona, off, guest];

describe('asking', () => {
  it.each<[string, Member[], Member, Member, Parameters<typeof refusalOfAsking>[3], string | null]>([
    ['another role', everybody, ann, ona, { kind: 'role', role_to: 'support' }, null],
    ['the role that they have', everybody, ann, ona, { kind: 'role', role_to: 'operations' }, 'no_change'],
    ['another role of who is disabled', everybody, ann, off, { kind: 'role', role_to: 'support' }, 'no_change'],
    ['another role for oneself', everybody, ann, ann, { kind: 'role', role_to: 'compliance' }, 'own_account'],
    ['to be disabled oneself', everybody, ann, ann, { kind: 'disable', role_to: 'admin' }, 'own_account'],
    ['to disable somebody', everybody, ann, ona, { kind: 'disable', role_to: 'operations' }, null],
    ['to disable who is invited', everybody, ann, guest, { kind: 'disable', role_to: 'compliance' }, null],
    ['to disable who is disabled', everybody, ann, off, { kind: 'disable', role_to: 'operations' }, 'no_change'],
    ['to disable one of two administrators', everybody, ann, abe, { kind: 'disable', role_to: 'admin' }, null],
    ['to disable one of two in compliance', everybody, ann, cleo, { kind: 'disable', role_to: 'compliance' }, null],
    ['to disable the last in compliance, the invited one does not count', [ann, cleo, guest], ann, cleo, { kind: 'disable', role_to: 'compliance' }, 'last_of_role'],
    ['another role for the last in compliance', [ann, cleo, off], ann, cleo, { kind: 'role', role_to: 'support' }, 'last_of_role'],
    ['to disable the last in operations', [ann, cleo, ona], ann, ona, { kind: 'disable', role_to: 'operations' }, null],
    ['to enable who is disabled', everybody, ann, off, { kind: 'enable', role_to: 'operations' }, null],
    ['to enable who is active', everybody, ann, ona, { kind: 'enable', role_to: 'operations' }, 'no_change'],
  ])('for %s', (_what, staff, actor, subject, wish, refusal) => {
    expect(refusalOfAsking(staff, actor, subject, wish)).toBe(refusal);
  });
});

describe('deciding', () => {
  const asked: Asked = { kind: 'role', role_from: 'operations', role_to: 'support' };
  const add: Asked = { ...asked, kind: 'add', role_from: null };

  it.each<[string, Asked, number, Member | null, 'approve' | 'reject' | 'cancel', string | null]>([
    ['by compliance', asked, cleo.id, ona, 'approve', null],
    ['by compliance, of an addition', add, cleo.id, null, 'approve', null],
    ['no, by compliance', asked, cleo.id, ona, 'reject', null],
    ['by whom it is about', { ...asked, role_from: 'compliance' }, cleo.id, cleo, 'approve', 'own_account'],
    ['no, by whom it is about', { ...asked, role_from: 'compliance' }, cleo.id, cleo, 'reject', 'own_account'],
    ['when the role is another since', asked, cleo.id, { ...ona, role: 'compliance' }, 'approve', 'stale'],
    ['when the role is the one asked for since', asked, cleo.id, { ...ona, role: 'support' }, 'approve', 'stale'],
    ['when they were disabled since', asked, cleo.id, { ...ona, state: 'disabled' }, 'approve', 'stale'],
    ['no, when they were disabled since', asked, cleo.id, { ...ona, state: 'disabled' }, 'reject', null],
    ['of who is disabled', { ...asked, kind: 'enable', role_to: 'operations' }, cleo.id, off, 'approve', null],
    ['of who is enabled since', { ...asked, kind: 'enable', role_to: 'operations' }, cleo.id, { ...off, state: 'active' }, 'approve', 'stale'],
  ])('%s', (_what, request, actor, subject, verb, refusal) => {
    expect(refusalOfDeciding(everybody, { staff_id: actor }, request, subject, verb)).toBe(refusal);
  });

  it('leaves each of admin and compliance with somebody', () => {
    const away: Asked = { ...asked, role_from: 'admin' };
    expect(refusalOfDeciding([abe, cleo], { staff_id: cleo.id }, away, abe, 'approve')).toBe('last_of_role');
    expect(refusalOfDeciding([ann, abe, cleo], { staff_id: cleo.id }, away, abe, 'approve')).toBeNull();
  });
});
