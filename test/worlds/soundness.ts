/** What is wrong with a row when nothing but the row is looked at (CONTRACT 1), and when two rows say the same. */
import { readAmount, units } from './decimals.ts';
import { COLUMNS, type AnyRow, type FeedName } from './feeds.ts';
import { ACCOUNT_TYPES, FAMILIES, KYC_LEVELS, PRODUCTS, PROGRAMMES } from './rulebook.ts';
import { instant, isDay, readInstant } from './times.ts';

type Kind = 'id' | 'text' | 'free' | 'instant' | 'amount' | 'day' | 'country' | 'vip' | 'bps' | readonly string[];

const KINDS: Record<string, Kind> = {
  uid: 'id', event_id: 'id', activation_id: 'id', ratio_id: 'id', trade_id: 'id', transfer_id: 'id',
  referral_code: 'id',
  inviter_code: 'free', inviter_campaign: 'free', email: 'free', name: 'free',
  registered_at: 'instant', occurred_at: 'instant', activated_at: 'instant', set_at: 'instant',
  executed_at: 'instant',
  volume_usdt: 'amount', fee: 'amount', fee_offset: 'amount', amount_usdt: 'amount', usdt: 'amount',
  day: 'day',
  feed: ['accounts', 'account-events', 'activations', 'deactivations', 'ratios', 'trades', 'transfers', 'prices'],
  country: 'country',
  vip_level: 'vip',
  ratio_bps: 'bps',
  currency: 'text', fee_currency: 'text',
  account_type: ACCOUNT_TYPES,
  kyc_level: KYC_LEVELS,
  programme: PROGRAMMES,
  family: FAMILIES,
  product: PRODUCTS,
  inviter_channel: ['link', 'code', ''],
  field: ['account_type', 'kyc_level', 'vip_level', 'country', 'activity'],
  direction: ['in', 'out'],
  source: ['crypto', 'fiat', 'third_party', 'p2p', 'internal'],
  via_api: ['true', 'false'],
};

/** The values that a state event may bring for each field are those of the accounts feed. */
function kindOf(column: string, row: AnyRow): Kind {
  if (column !== 'value') return KINDS[column] ?? 'free';
  return KINDS[row['field'] ?? ''] ?? 'free';
}

function faultOf(kind: Kind, value: string): string | null {
  if (kind === 'free') return null;
  if (typeof kind !== 'string') {
    if (kind.includes(value)) return null;
    return value === '' ? 'missing_value' : 'unknown_value';
  }
  if (value === '') return 'missing_value';
  if (kind === 'id') return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(value) ? null : 'bad_id';
  if (kind === 'instant') return readInstant(value) === null ? 'bad_instant' : null;
  if (kind === 'day') return isDay(value) ? null : 'bad_instant';
  if (kind === 'country') return COUNTRIES.includes(value) ? null : 'unknown_value';
  if (kind === 'vip') return /^0*[0-9]$/.test(value) ? null : 'unknown_value';
  if (kind === 'bps') return /^[0-9]{1,9}$/.test(value) && Number(value) <= 10000 ? null : 'unknown_value';
  if (kind === 'text') return null;
  const amount = readAmount(value);
  return typeof amount === 'string' ? amount : null;
}

/** The codes of a row's own faults, in the order of the columns, each once; empty if the row is sound. */
export function faultsOf(feed: FeedName, row: AnyRow): string[] {
  const codes: string[] = [];
  for (const column of COLUMNS[feed]) {
    const fault = faultOf(kindOf(column, row), row[column] ?? '');
    if (fault !== null && !codes.includes(fault)) codes.push(fault);
  }
  if (feed === 'trades' && codes.length === 0 && units(row['fee_offset'] ?? '') > units(row['fee'] ?? '')) {
    codes.push('offset_exceeds_fee');
  }
  return codes;
}

/** Whether two sound rows of one key say the same: amounts and instants by value, everything else by text. */
export function sameValues(feed: FeedName, a: AnyRow, b: AnyRow): boolean {
  return COLUMNS[feed].every((column) => normal(column, a) === normal(column, b));
}

function normal(column: string, row: AnyRow): string {
  const value = row[column] ?? '';
  const kind = kindOf(column, row);
  if (kind === 'instant') return String(instant(value));
  if (kind === 'amount') return String(units(value));
  if (kind === 'bps') return String(Number(value));
  return value;
}

const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');
