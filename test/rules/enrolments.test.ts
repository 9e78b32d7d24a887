/** Who may activate (ENR-2 to ENR-4, RUL-3), what ends an enrolment (STA-1, STA-2), what binds (BIN-1, BIN-7, STA-7). */
import { describe, expect, test } from 'vitest';
import { rulebookV1 } from '../../seeds/reference/rulebooks.ts';
import { activationRefusals, endByAccountType, type ActivationFacts } from '../../server/affiliates/rules.ts';
import { bindingRefusals, type BindingFacts } from '../../server/referrals/rules.ts';
import { accountTypes, kycLevels, programmes } from '../../server/rulebooks/contract.ts';
import { listsCountry, rulebookAt, type Rulebook } from '../../server/rulebooks/rules.ts';

const sound: ActivationFacts = { rulebook: rulebookV1.referral, anyEnrolmentInTheWay: false, account_type: 'normal', kyc_level: 'advanced' };

describe('activation', () => {
  test('ENR-2: referral takes a normal account with advanced KYC', () => expect(activationRefusals(sound)).toEqual([]));

  test.each(accountTypes.flatMap((type) => programmes.map((programme) => [type, programme] as const)))('ENR-3: %s in %s', (account_type, programme) => {
    const admitted = programme === 'referral' ? account_type === 'normal' : account_type !== 'market_maker';
    const codes = activationRefusals({ ...sound, rulebook: rulebookV1[programme], account_type });
    expect(codes).toEqual(admitted ? [] : ['account_type_not_eligible']);
  });

  test.each(kycLevels)('ENR-2: KYC %s', (kyc_level) => {
    expect(activationRefusals({ ...sound, kyc_level })).toEqual(kyc_level === 'advanced' ? [] : ['kyc_not_advanced']);
  });

  test('a KYC level above the one asked for is enough', () => {
    expect(activationRefusals({ ...sound, rulebook: { ...rulebookV1.referral, kyc_level: 'basic' } })).toEqual([]);
  });

  test('all that apply, in the order of the rules', () => {
    const facts = { rulebook: { ...rulebookV1.referral, status: 'suspended' as const }, anyEnrolmentInTheWay: true, account_type: 'broker', kyc_level: 'none' };
    expect(activationRefusals(facts)).toEqual(['programme_not_running', 'already_enrolled', 'account_type_not_eligible', 'kyc_not_advanced']);
    expect(activationRefusals({ ...facts, rulebook: null })).toEqual(['programme_not_running', 'already_enrolled']);
    expect(activationRefusals({ ...sound, account_type: null, kyc_level: null })).toEqual(['account_type_not_eligible', 'kyc_not_advanced']);
  });
});

describe('a new account type', () => {
  test.each([
    ['referral', 'normal', null], ['referral', 'collaborator', 'moved_to_collaborator'], ['referral', 'broker', 'account_type_changed'],
    ['referral', 'institutional', 'account_type_changed'], ['referral', 'market_maker', 'account_type_changed'],
    ['partner', 'collaborator', null], ['partner', 'market_maker', 'account_type_changed'], ['pro', 'broker', null], ['pro', 'market_maker', 'account_type_changed'],
  ] as const)('STA-1, STA-2: %s, %s: %s', (programme, type, reason) => expect(endByAccountType(rulebookV1[programme], type)).toBe(reason));
});

describe('a binding', () => {
  const mica = Date.parse('2024-12-30T00:00:00.000Z');
  const facts: BindingFacts = { registered_at: mica, country: 'FR', ownCode: false, inviter: { enrolledIn: null, restriction: null } };
  const invitedBy = (programme: 'referral' | 'partner' | 'pro'): BindingFacts => ({ ...facts, inviter: { enrolledIn: rulebookV1[programme], restriction: null } });

  test('is made where nothing stands against it', () => expect(bindingRefusals(facts)).toEqual([]));
  test('an unknown code', () => expect(bindingRefusals({ ...facts, inviter: null })).toEqual(['unknown_inviter_code']));
  test('the own code', () => {
    expect(bindingRefusals({ ...facts, ownCode: true })).toEqual(['self_referral']);
    expect(bindingRefusals({ ...facts, ownCode: true, inviter: null })).toEqual(['self_referral']);
  });

  test('BIN-7: a MiCA country through pro, from the first instant on', () => {
    expect(bindingRefusals(invitedBy('pro'))).toEqual(['mica_region']);
    expect(bindingRefusals({ ...invitedBy('pro'), registered_at: mica - 1 })).toEqual([]);
    expect(bindingRefusals({ ...invitedBy('pro'), country: 'US' })).toEqual([]);
    expect(bindingRefusals(invitedBy('referral'))).toEqual([]);
    expect(bindingRefusals(invitedBy('partner'))).toEqual([]);
  });

  test.each(['restricted', 'frozen', 'suspended'])('STA-7: through an affiliate that is %s', (restriction) => {
    expect(bindingRefusals({ ...facts, inviter: { enrolledIn: null, restriction } })).toEqual(['inviter_restricted']);
    expect(bindingRefusals({ ...facts, inviter: { enrolledIn: rulebookV1.pro, restriction } })).toEqual(['mica_region', 'inviter_restricted']);
  });

  test('STA-7: after lifting', () => expect(bindingRefusals({ ...facts, inviter: { enrolledIn: null, restriction: 'none' } })).toEqual([]));
});

describe('versions', () => {
  const version = (id: number, effective_from: number, effective_to: number): Rulebook => ({
    id, programme: 'referral', version: id, effective_from, effective_to, document: rulebookV1.referral,
  });

  test('RUL-1: the one in force at the instant; the end belongs to the next', () => {
    const list = [version(1, 10, 20), version(2, 20, 30)];
    expect([9, 10, 19, 20, 29, 30].map((at) => rulebookAt(list, 'referral', at)?.id ?? null)).toEqual([null, 1, 1, 2, 2, null]);
    expect(rulebookAt(list, 'pro', 15)).toBeNull();
  });

  test('a dated list names a country from the first instant to before the last', () => {
    const list = [{ country: 'NL', from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' }, { country: 'IR', from: '2026-01-01T00:00:00.000Z', to: null }];
    const at = (text: string): number => Date.parse(text);
    expect(listsCountry(list, 'NL', at('2025-12-31T23:59:59.999Z'))).toBe(false);
    expect(listsCountry(list, 'NL', at('2026-01-01T00:00:00.000Z'))).toBe(true);
    expect(listsCountry(list, 'NL', at('2026-02-01T00:00:00.000Z'))).toBe(false);
    expect(listsCountry(list, 'IR', at('2199-01-01T00:00:00.000Z'))).toBe(true);
    expect(listsCountry(list, 'US', at('2026-01-15T00:00:00.000Z'))).toBe(false);
  });
});
