/** Rows with exactly one fault each, and one of every kind. */
import type { AnyRow, FeedName } from './feeds.ts';
import { iso } from './times.ts';

type Faulty = { feed: FeedName; change: (registeredAt: number) => AnyRow };

function trade(change: AnyRow): Faulty {
  return { feed: 'trades', change: () => change };
}

const FAULTS: Faulty[] = [
  trade({ trade_id: '-w' }), trade({ trade_id: '' }), trade({ trade_id: 'x'.repeat(65) }),
  trade({ executed_at: 'yesterday' }), trade({ executed_at: '2026-02-30T00:00:00Z' }),
  trade({ executed_at: '2026-01-05T00:00:00+01:00' }),
  trade({ fee: '-1' }), trade({ fee: '1e3' }), trade({ fee: '' }), trade({ fee: '0.123456789' }),
  trade({ volume_usdt: '92233720368.54775808' }), trade({ volume_usdt: 'NaN' }), trade({ product: 'options' }),
  trade({ via_api: 'yes' }), trade({ uid: 'nobody' }), trade({ fee_currency: '' }),
  trade({ fee: '1', fee_offset: '1.00000001' }),
  { feed: 'trades', change: (registeredAt) => ({ executed_at: iso(registeredAt - 1) }) },
  // Of a known key, with other values: a conflict wherever the first trade of that account came before.
  trade({ trade_id: 't1.0', volume_usdt: '123' }),
  { feed: 'transfers', change: () => ({ source: 'gift' }) },
  { feed: 'transfers', change: () => ({ amount_usdt: '1,5' }) },
  { feed: 'transfers', change: (registeredAt) => ({ occurred_at: iso(registeredAt - 1) }) },
  { feed: 'account-events', change: () => ({ field: 'mood' }) },
  { feed: 'account-events', change: () => ({ value: 'king' }) },
  { feed: 'account-events', change: (registeredAt) => ({ occurred_at: iso(registeredAt - 1) }) },
  { feed: 'activations', change: () => ({ programme: 'vip' }) },
  { feed: 'activations', change: (registeredAt) => ({ activated_at: iso(registeredAt - 1) }) },
  { feed: 'activations', change: () => ({ uid: 'nobody' }) },
  { feed: 'ratios', change: () => ({ family: 'spot' }) },
  { feed: 'accounts', change: () => ({ country: 'ZZ' }) },
  { feed: 'accounts', change: () => ({ account_type: 'king' }) },
  { feed: 'accounts', change: () => ({ referral_code: 'CODE-u0' }) },
  { feed: 'accounts', change: () => ({ registered_at: '2026-13-01T00:00:00Z' }) },
  { feed: 'prices', change: () => ({ day: '2026-02-30' }) },
  { feed: 'prices', change: () => ({ usdt: 'x' }) },
];

/** The so-maniest fault, in a row of that account and instant which is sound but for it. */
export function wrongRow(
  fault: number, id: string, uid: string, registeredAt: number, at: number,
): { feed: FeedName; row: AnyRow } {
  const { feed, change } = FAULTS[fault % FAULTS.length] ?? trade({ uid: 'nobody' });
  return { feed, row: { ...soundRow(feed, id, uid, iso(at)), ...change(registeredAt) } };
}

function soundRow(feed: FeedName, id: string, uid: string, at: string): AnyRow {
  if (feed === 'trades') {
    return {
      trade_id: id, uid, executed_at: at, product: 'spot', volume_usdt: '1', fee: '1', fee_offset: '0',
      fee_currency: 'USDT', via_api: 'false',
    };
  }
  if (feed === 'transfers') {
    return { transfer_id: id, uid, occurred_at: at, direction: 'in', source: 'crypto', amount_usdt: '1' };
  }
  if (feed === 'account-events') return { event_id: id, uid, occurred_at: at, field: 'kyc_level', value: 'advanced' };
  if (feed === 'activations') return { activation_id: id, uid, programme: 'referral', activated_at: at };
  if (feed === 'ratios') return { ratio_id: id, uid, family: 'spot_margin', ratio_bps: '100', set_at: at };
  if (feed === 'prices') return { currency: id, day: at.slice(0, 10), usdt: '1' };
  return {
    uid: id, registered_at: at, country: 'US', account_type: 'normal', kyc_level: 'none', vip_level: '0', email: '',
    name: '', referral_code: `CODE-${id}`, inviter_code: '', inviter_channel: '', inviter_campaign: '',
  };
}
