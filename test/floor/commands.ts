/**
 * What can happen on a random floor: small plans, whose numbers are read against what is there when their turn comes. `nth` counts
 * what there is of a kind, round and round; -1 is the last one.
 */
import fc from 'fast-check';
import { statusChangeKinds, type StatusChangeKind } from '../../server/status-changes/contract.ts';
import type { Person } from './people.ts';

export type Command =
  | { do: 'wait'; minutes: number }
  | { do: 'trades'; list: { invitee: number; back: number; fee: string; currency: string; product: string }[] }
  | { do: 'events'; list: { field: 'account_type' | 'vip_level' | 'country'; account: number; value: number; back: number }[] }
  | { do: 'leave'; affiliate: number; back: number }
  | { do: 'activate'; affiliate: number; programme: 'referral' | 'pro'; back: number }
  | { do: 'ask'; who: Person; affiliate: number; kind: StatusChangeKind; to: number; ahead: number | null }
  | { do: 'decide'; who: Person; nth: number; verb: 'approve' | 'reject' | 'cancel' }
  | { do: 'reverse'; who: Person; nth: number }
  | { do: 'decide reversal'; who: Person; nth: number; verb: 'approve' | 'reject' }
  | { do: 'correct'; who: Person; nth: number; amount: string | null }
  | { do: 'decide correction'; who: Person; nth: number; verb: 'approve' | 'reject' }
  | { do: 'run' } | { do: 'payout'; who: Person | null } | { do: 'release'; who: Person }
  | { do: 'confirm'; list: { nth: number; status: 'paid' | 'failed' }[] }
  | { do: 'settle'; nth: number } | { do: 'stop' } | { do: 'resume'; who: Person; verb: 'ask' | 'approve' | 'reject' }
  | { do: 'next day' } | { do: 'tick' } | { do: 'restart' };

const who = fc.constantFrom<Person[]>('ona', 'otto', 'cleo', 'carl', 'cleo', 'carl', 'sue');
const nth = fc.nat(30);
/** Minutes before now: mostly of the last hours, sometimes of days that were paid already. */
const back = fc.oneof({ arbitrary: fc.nat(1_200), weight: 3 }, { arbitrary: fc.nat(6_000), weight: 2 }, { arbitrary: fc.constant(0), weight: 1 });
const product = fc.constantFrom('spot', 'spot', 'futures_usdt');
const fee = fc.constantFrom('1', '1', '7.77777777', '0.00000004', '123456.789', '0.33333333');
const verb = fc.constantFrom<('approve' | 'reject')[]>('approve', 'approve', 'approve', 'reject');

const trade = fc.record({ invitee: fc.nat(5), back, fee, currency: fc.constantFrom('USDT', 'USDT', 'BNB'), product });
const trades = fc.record({ do: fc.constant('trades' as const), list: fc.array(trade, { minLength: 3, maxLength: 8, size: 'max' }) });
const event = fc.record({
  field: fc.constantFrom('account_type' as const, 'vip_level' as const, 'vip_level' as const, 'vip_level' as const, 'country' as const),
  account: fc.nat(5), value: fc.nat(5), back: fc.oneof(fc.nat(600), fc.nat(4_500)),
});
const events = fc.record({ do: fc.constant('events' as const), list: fc.array(event, { minLength: 1, maxLength: 3, size: 'max' }) });
const ask = fc.record({
  do: fc.constant('ask' as const), who, affiliate: fc.nat(2), to: fc.nat(3),
  kind: fc.constantFrom(...statusChangeKinds, 'freeze' as const, 'suspend' as const, 'lift' as const),
  ahead: fc.option(fc.integer({ min: -3_000, max: 3_000 }), { freq: 2 }),
});

export const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: trades, weight: 5 },
  { arbitrary: fc.record({ do: fc.constant('next day' as const) }), weight: 6 },
  { arbitrary: events, weight: 9 },
  { arbitrary: ask, weight: 10 },
  { arbitrary: fc.record({ do: fc.constant('decide' as const), who, nth: fc.nat(3), verb: fc.constantFrom('approve' as const, 'approve' as const, 'approve' as const, 'reject' as const, 'cancel' as const) }), weight: 9 },
  { arbitrary: fc.record({ do: fc.constant('leave' as const), affiliate: fc.nat(2), back }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('activate' as const), affiliate: fc.nat(2), programme: fc.constantFrom('referral' as const, 'pro' as const), back }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('reverse' as const), who, nth }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('decide reversal' as const), who, nth, verb }), weight: 6 },
  { arbitrary: fc.record({ do: fc.constant('correct' as const), who, nth, amount: fc.constantFrom(null, null, '0.00000001', '3') }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('decide correction' as const), who, nth: fc.nat(2), verb }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('confirm' as const), list: fc.array(fc.record({ nth, status: fc.constantFrom('paid' as const, 'paid' as const, 'failed' as const) }), { minLength: 1, maxLength: 4 }) }), weight: 5 },
  { arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(1_500) }), weight: 3 },
  { arbitrary: fc.record({ do: fc.constant('run' as const) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('payout' as const), who: fc.constantFrom<(Person | null)[]>('ona', 'otto', null) }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('release' as const), who: fc.constantFrom<Person[]>('ona', 'otto') }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constant('settle' as const), nth }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('stop' as const) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('resume' as const), who, verb: fc.constantFrom('ask' as const, 'approve' as const, 'approve' as const, 'reject' as const) }), weight: 3 },
  { arbitrary: fc.record({ do: fc.constant('tick' as const) }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('restart' as const) }), weight: 1 },
);
