import { dialectOf } from '../../../db/connection.ts';
import { FOREVER } from '../../calendar.ts';
import { execute, rows, type Transaction } from '../../../db/statement.ts';
import { loadStates, stateAt } from '../../accounts/states.ts';
import { enrolmentAt, loadEnrolments } from '../../affiliates/enrolment-book.ts';
import { nextRevision } from '../../engine/head.ts';
import { lateMonths } from '../../evaluations/months.ts';
import { keepBindings } from '../../performance/kept.ts';
import { bindingRefusals } from '../../referrals/rules.ts';
import { accountTypes, kycLevels } from '../../rulebooks/contract.ts';
import { approvedRulebooks } from '../../rulebooks/in-force.ts';
import { rulebookAt } from '../../rulebooks/rules.ts';
import { inviterChannels } from '../contract.ts';
import { countryCodes } from '../countries.ts';
import {
  addFault, readChoice, readId, readInstant, readInteger, readOptionalChoice, readOptionalId, readText, type RawRow,
} from '../values.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { byKeys } from '../lookup.ts';

interface Registration {
  uid: string;
  registered_at: number;
  country: string;
  account_type: string;
  kyc_level: string;
  vip_level: number;
  email: string;
  name: string;
  referral_code: string | null;
  inviter_code: string | null;
  inviter_channel: string | null;
  inviter_campaign: string | null;
}

const compared = {
  registered_at: 'registered_at', country: 'country', account_type: 'account_type', kyc_level: 'kyc_level', vip_level: 'vip_level',
  email: 'email', name: 'name', referral_code: 'referral_code', inviter_code: 'inviter_code', inviter_channel: 'inviter_channel',
  inviter_campaign: 'inviter_campaign',
} as const;

function read(raw: RawRow): Registration {
  return {
    uid: readId(raw, 'uid'),
    registered_at: readInstant(raw, 'registered_at'),
    country: readChoice(raw, 'country', countryCodes),
    account_type: readChoice(raw, 'account_type', accountTypes),
    kyc_level: readChoice(raw, 'kyc_level', kycLevels),
    vip_level: readInteger(raw, 'vip_level', 0, 9),
    email: readText(raw, 'email'),
    name: readText(raw, 'name'),
    referral_code: readOptionalId(raw, 'referral_code'),
    // What a user typed: no code of ours, then nobody's; the account is accepted all the same.
    inviter_code: readText(raw, 'inviter_code') || null,
    inviter_channel: readOptionalChoice(raw, 'inviter_channel', inviterChannels),
    inviter_campaign: readOptionalId(raw, 'inviter_campaign'),
  };
}

async function land(transaction: Transaction, chunk: Landing<Registration>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  await settle(transaction, chunk);
  const good = chunk.filter((row) => row.outcome === 'accepted').map((row) => row.parsed);
  if (good.length === 0) return;
  const ids = await insertAccounts(transaction, good, context, revision);
  await bind(transaction, chunk, ids, context, revision);
}

/** In the order of the file: a row may repeat an earlier one, or take its code. */
async function settle(transaction: Transaction, chunk: Landing<Registration>[]): Promise<void> {
  const stored = await byKeys<Registration>(
    transaction,
    chunk.map((row) => row.parsed.uid),
    `SELECT a.uid, a.registered_at, a.country, a.account_type, a.kyc_level, a.vip_level, i.email, i.name, a.referral_code, a.inviter_code,
            a.inviter_channel, a.inviter_campaign
     FROM {{keys}} k JOIN accounts a ON a.uid = k.key JOIN account_identities i ON i.account_id = a.id`,
  );
  const taken = await byKeys<{ code: string }>(
    transaction,
    chunk.map((row) => row.parsed.referral_code ?? ''),
    'SELECT a.referral_code AS code FROM {{keys}} k JOIN accounts a ON a.referral_code = k.key',
  );
  const known = new Map(stored.map((item) => [item.uid, item]));
  const codes = new Set(taken.map((item) => item.code));
  for (const row of chunk) {
    const earlier = known.get(row.parsed.uid);
    if (row.raw.faults.length === 0 && earlier) {
      compareWithStored(row, earlier, compared);
      continue;
    }
    const code = row.parsed.referral_code;
    if (code !== null && codes.has(code)) addFault(row.raw, 'referral_code', 'referral_code_taken');
    if (rejectIfFaulty(row)) continue;
    known.set(row.parsed.uid, row.parsed);
    if (code !== null) codes.add(code);
  }
}

async function insertAccounts(
  transaction: Transaction,
  good: Registration[],
  context: LandingContext,
  revision: number,
): Promise<Map<string, number>> {
  const dialect = dialectOf(transaction);
  const made = await rows<{ id: number; uid: string }>(
    transaction,
    `INSERT INTO accounts (uid, registered_at, country, account_type, kyc_level, vip_level, referral_code, inviter_code, inviter_channel,
                           inviter_campaign, import_id)
     SELECT r.uid, r.registered_at, r.country, r.account_type, r.kyc_level, r.vip_level, r.referral_code, r.inviter_code, r.inviter_channel,
            r.inviter_campaign, :import_id
     FROM {{chunk}} r ORDER BY r.i RETURNING id, uid`,
    { chunk: JSON.stringify(good.map((item, i) => ({ i, ...item }))), import_id: context.import_id },
    {
      chunk: dialect.rowset('chunk', {
        i: 'integer', uid: 'text', registered_at: 'integer', country: 'text', account_type: 'text', kyc_level: 'text', vip_level: 'integer',
        referral_code: 'text', inviter_code: 'text', inviter_channel: 'text', inviter_campaign: 'text',
      }),
    },
  );
  const ids = new Map(made.map((item) => [item.uid, item.id]));
  const accounts = good.map((item) => ({ ...item, id: ids.get(item.uid) }));
  await execute(
    transaction,
    'INSERT INTO account_identities (account_id, email, name) SELECT r.id, r.email, r.name FROM {{chunk}} r',
    { chunk: JSON.stringify(accounts) },
    { chunk: dialect.rowset('chunk', { id: 'integer', email: 'text', name: 'text' }) },
  );
  for (const field of ['account_type', 'kyc_level', 'vip_level', 'country'] as const) {
    await execute(
      transaction,
      `INSERT INTO account_states (account_id, field, value, from_at, to_at, known_from, known_to, cause)
       SELECT r.id, '${field}', CAST(r.${field} AS TEXT), r.registered_at, ${FOREVER}, :revision, ${FOREVER}, 'registration' FROM {{chunk}} r`,
      { chunk: JSON.stringify(accounts), revision },
      { chunk: dialect.rowset('chunk', { id: 'integer', registered_at: 'integer', [field]: 'text' }) },
    );
  }
  return ids;
}

/** BIN-1: through the code it registered with, judged by what is known as it arrives. A refused binding leaves the account. */
async function bind(
  transaction: Transaction,
  chunk: Landing<Registration>[],
  ids: Map<string, number>,
  context: LandingContext,
  revision: number,
): Promise<void> {
  const invited = chunk.filter((row) => row.outcome === 'accepted' && row.parsed.inviter_code !== null);
  if (invited.length === 0) return;
  const owners = await byKeys<{ id: number; code: string }>(
    transaction,
    invited.map((row) => row.parsed.inviter_code as string),
    'SELECT a.id, a.referral_code AS code FROM {{keys}} k JOIN accounts a ON a.referral_code = k.key',
  );
  const owner = new Map(owners.map((item) => [item.code, item.id]));
  const inviterIds = owners.map((item) => item.id);
  const states = await loadStates(transaction, inviterIds);
  const enrolments = await loadEnrolments(transaction, inviterIds);
  const rulebooks = await approvedRulebooks(transaction);
  const late = await lateMonths(transaction);
  const bringsCode = new Map(chunk.map((row, index) => [row.outcome === 'accepted' ? row.parsed.referral_code : null, index]));
  const bindings: NewBinding[] = [];
  const refusals: object[] = [];
  for (const [index, row] of chunk.entries()) {
    if (row.outcome !== 'accepted' || row.parsed.inviter_code === null) continue;
    const { uid, registered_at, country, inviter_code, referral_code } = row.parsed as Registration & { inviter_code: string };
    // The owner of a code that a later row of this file brings is not known yet.
    const broughtLater = (bringsCode.get(inviter_code) ?? -1) > index;
    const inviterId = broughtLater ? null : (owner.get(inviter_code) ?? null);
    const enrolment = inviterId === null ? null : enrolmentAt(enrolments, inviterId, registered_at);
    const codes = bindingRefusals({
      registered_at,
      country,
      ownCode: inviter_code === referral_code,
      inviter: inviterId === null ? null : {
        enrolledIn: enrolment ? (rulebookAt(rulebooks, enrolment.programme, registered_at)?.document ?? null) : null,
        restriction: stateAt(states, inviterId, 'restriction', registered_at),
      },
    });
    const account_id = ids.get(uid);
    if (codes.length > 0) {
      row.bindingRefused = codes.join(';');
      refusals.push({ account_id, inviter_id: inviterId, inviter_code, codes: row.bindingRefused, at: registered_at });
    } else {
      bindings.push({
        account_id, inviter_id: inviterId, bound_at: registered_at, channel: row.parsed.inviter_channel, campaign: row.parsed.inviter_campaign,
        late_month: late(registered_at),
      });
    }
  }
  await insertBindings(transaction, bindings, refusals, context, revision);
}

interface NewBinding {
  account_id: number | undefined;
  inviter_id: number | null;
  bound_at: number;
  channel: string | null;
  campaign: string | null;
  late_month: string | null;
}

async function insertBindings(
  transaction: Transaction,
  bindings: NewBinding[],
  refusals: object[],
  context: LandingContext,
  revision: number,
): Promise<void> {
  const dialect = dialectOf(transaction);
  if (bindings.length > 0) {
    await execute(
      transaction,
      `INSERT INTO bindings (invitee_id, inviter_id, kind, bound_at, window_start_at, channel, campaign, late_month, known_from, import_id)
       SELECT r.account_id, r.inviter_id, 'registration', r.bound_at, r.bound_at, r.channel, r.campaign, r.late_month, :revision, :import_id
       FROM {{chunk}} r`,
      { chunk: JSON.stringify(bindings), revision, import_id: context.import_id },
      {
        chunk: dialect.rowset('chunk', {
          account_id: 'integer', inviter_id: 'integer', bound_at: 'integer', channel: 'text', campaign: 'text', late_month: 'text',
        }),
      },
    );
  }
  if (bindings.length > 0) await keepBindings(transaction, bindings);
  if (refusals.length > 0) {
    await execute(
      transaction,
      `INSERT INTO binding_refusals (account_id, inviter_id, inviter_code, codes, at, import_id)
       SELECT r.account_id, r.inviter_id, r.inviter_code, r.codes, r.at, :import_id FROM {{chunk}} r`,
      { chunk: JSON.stringify(refusals), import_id: context.import_id },
      { chunk: dialect.rowset('chunk', { account_id: 'integer', inviter_id: 'integer', inviter_code: 'text', codes: 'text', at: 'integer' }) },
    );
  }
}

export const accounts: FeedDefinition<Registration> = { feed: 'accounts', chunkRows: 1_000, read, land };
