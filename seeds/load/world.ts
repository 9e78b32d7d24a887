import { stream, type Stream } from '../demo/random.ts';

/**
 * A large world for measurements: one month of trades, skewed as real ones are. Few invitees trade much and few affiliates
 * have many of them; most fees are in one currency; some trades come through the API; newcomers arrive during the month.
 * Same size, same world. Everything is given as the lines of the feeds of CONTRACT 1, without their headers.
 */
export interface LoadWorld {
  month: string;
  accounts: number;
  affiliates: number;
  accountLines(): Generator<string>;
  activationLines(): Generator<string>;
  transferLines(): Generator<string>;
  /** In order of execution. */
  trades(): Generator<LoadTrade>;
}

export interface LoadTrade {
  trade_id: string;
  uid: string;
  executed_at: number;
  product: string;
  /** Plain decimals. */
  volume: string;
  fee: string;
  offset: string;
  currency: string;
  via_api: boolean;
}

const MONTH = '2026-03';
const MONTH_START = Date.parse('2026-03-01T00:00:00.000Z');
const MONTH_MS = 31 * 86_400_000;
const JOINED = Date.parse('2026-01-02T00:00:00.000Z');
const JOINING_MS = 55 * 86_400_000;
const TRADES_AN_ACCOUNT = 50;
const ACCOUNTS_AN_AFFILIATE = 20;

const programmes = ['referral', 'partner', 'pro'] as const;
const countries = { TR: 30, VN: 20, BR: 15, NG: 12, IN: 10, DE: 5, FR: 4, US: 4 } as const;
const products = { spot: 38, futures_usdt: 34, margin: 8, futures_coin: 6, copy: 5, strategy: 4, mining: 3, onchain: 2 } as const;
const currencies = { USDT: 80, BTC: 8, ETH: 8, BNB: 4 } as const;

export function loadWorld(trades: number): LoadWorld {
  const accounts = Math.max(1_000, Math.ceil(trades / TRADES_AN_ACCOUNT));
  const affiliates = Math.ceil(accounts / ACCOUNTS_AN_AFFILIATE);
  return {
    month: MONTH,
    accounts,
    affiliates,
    accountLines: () => accountLines(accounts, affiliates),
    activationLines: () => activationLines(affiliates),
    transferLines: () => transferLines(accounts),
    trades: () => tradesOf(trades, accounts),
  };
}

export function tradeLine(trade: LoadTrade): string {
  const { trade_id, uid, product, volume, fee, offset, currency, via_api } = trade;
  return `${trade_id},${uid},${new Date(trade.executed_at).toISOString()},${product},${volume},${fee},${offset},${currency},${via_api}`;
}

/** The first accounts are the affiliates; one in twenty of the others joins during the month. */
function registeredAt(index: number, accounts: number): number {
  const newcomers = Math.floor(accounts / 20);
  const old = accounts - newcomers;
  if (index < old) return JOINED + Math.floor((JOINING_MS * index) / old);
  return MONTH_START + Math.floor((MONTH_MS * 0.8 * (index - old)) / newcomers);
}

function* accountLines(accounts: number, affiliates: number): Generator<string> {
  const draws = stream('load', 'accounts');
  for (let index = 0; index < accounts; index += 1) {
    const inviter = index < affiliates || draws.chance(15) ? '' : `C${skewed(draws, affiliates, 2)}`;
    const joined = new Date(registeredAt(index, accounts)).toISOString();
    const vip = draws.chance(97) ? 0 : draws.int(1, 6);
    const country = draws.weighted(countries);
    yield `${uidOf(index)},${joined},${country},normal,advanced,${vip},p${index}@load.test,Person ${index},C${index},${inviter},${inviter === '' ? '' : 'link'},`;
  }
}

function* activationLines(affiliates: number): Generator<string> {
  for (let index = 0; index < affiliates; index += 1) {
    yield `A${index},${uidOf(index)},${programmes[index % programmes.length]},2026-02-27T00:00:00.000Z`;
  }
}

function* transferLines(accounts: number): Generator<string> {
  const draws = stream('load', 'transfers');
  for (let index = 0; index < accounts; index += 1) {
    const at = new Date(registeredAt(index, accounts) + 3_600_000).toISOString();
    yield `D${index},${uidOf(index)},${at},in,crypto,${draws.int(10, 5_000)}`;
  }
}

function* tradesOf(count: number, accounts: number): Generator<LoadTrade> {
  const draws = stream('load', 'trades');
  const old = accounts - Math.floor(accounts / 20);
  for (let index = 0; index < count; index += 1) {
    const executedAt = MONTH_START + Math.floor((MONTH_MS * index) / count);
    const trader = scattered(skewed(draws, accounts, 2), accounts);
    const present = registeredAt(trader, accounts) < executedAt ? trader : trader % old;
    const cents = draws.int(100, 10 ** draws.int(3, 7));
    const currency = draws.weighted(currencies);
    yield {
      trade_id: `T${String(index).padStart(9, '0')}`,
      uid: uidOf(present),
      executed_at: executedAt,
      product: draws.weighted(products),
      volume: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
      fee: feeOf(cents, currency),
      offset: '0',
      currency,
      via_api: draws.chance(7),
    };
  }
}

/** A thousandth of the volume; smaller figures in coins that are worth more. */
function feeOf(cents: number, currency: string): string {
  return `0.${String((cents * (currency === 'USDT' ? 10 : 1)) % 100_000_000).padStart(8, '0')}`;
}

function uidOf(index: number): string {
  return `U${1_000_000 + index}`;
}

/** Low numbers far more often than high ones; `power` says how much. */
function skewed(draws: Stream, count: number, power: number): number {
  return Math.floor(count * (draws.int(0, 999_999) / 1_000_000) ** power);
}

/** Those who trade much are not those who joined first. */
function scattered(index: number, count: number): number {
  return (index * 7_919) % count;
}
