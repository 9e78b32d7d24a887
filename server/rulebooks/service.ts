import type { Knex } from 'knex';
import { dialectOf } from '../../db/connection.ts';
import { execute, row } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import { families, products, rulebookDocument, type DatedCountry, type RulebookDocument } from './contract.ts';

export interface NewRulebook {
  version: number;
  /** In ms. */
  effective_from: number;
  proposed_by: string;
  decided_by: string;
  /** In ms: when it was proposed and decided. */
  at: number;
}

/**
 * Stores an approved version and the tables that the engine's statements read it from (RUL-1); answers its id. It ends the
 * version before it and is ended by the one after it. Throws where the document is none; two versions of one programme with the
 * same number or the same instant are refused by the database.
 */
export async function insertRulebook(transaction: Knex.Transaction, given: RulebookDocument, version: NewRulebook): Promise<number> {
  const document = rulebookDocument.parse(given);
  const { effective_from, proposed_by, decided_by, at } = version;
  const effective_to = await takeItsPlace(transaction, document.programme, effective_from);
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO rulebooks (programme, version, effective_from, effective_to, state, document, window_days, api_excluded, vip_below,
       proposed_by, proposed_at, decided_by, decided_at)
     VALUES (:programme, :version, :effective_from, :effective_to, 'approved', :document, :window_days, :api_excluded, :vip_below,
       :proposed_by, :at, :decided_by, :at) RETURNING id`,
    {
      programme: document.programme,
      version: version.version,
      effective_from,
      effective_to,
      document: JSON.stringify(document),
      window_days: document.window_days,
      api_excluded: document.api_excluded,
      vip_below: document.vip_below,
      proposed_by,
      at,
      decided_by,
    },
  );
  const id = (made as { id: number }).id;
  await project(transaction, id, document);
  return id;
}

/** Ends the approved version in force at the instant there, and answers where the next one begins. */
async function takeItsPlace(transaction: Knex.Transaction, programme: string, from: number): Promise<number> {
  await execute(
    transaction,
    `UPDATE rulebooks SET effective_to = :from
     WHERE programme = :programme AND state = 'approved' AND effective_from < :from AND effective_to > :from`,
    { programme, from },
  );
  const next = await row<{ at: number | null }>(
    transaction,
    `SELECT min(effective_from) AS at FROM rulebooks WHERE programme = :programme AND state = 'approved' AND effective_from > :from`,
    { programme, from },
  );
  return next?.at ?? FOREVER;
}

/** The document is the truth, the tables are its projection. */
async function project(transaction: Knex.Transaction, id: number, document: RulebookDocument): Promise<void> {
  await insertAll(transaction, id, 'rulebook_products', { product: 'text', family: 'text', covered: 'integer', recall_covered: 'integer' },
    products.map((product) => ({
      product,
      family: document.families[product],
      covered: document.products.includes(product) ? 1 : 0,
      recall_covered: document.recall_products.includes(product) ? 1 : 0,
    })));
  await insertAll(transaction, id, 'rulebook_tiers', { tier: 'text', rate_bps: 'integer' },
    document.tiers.map(({ tier, rate_bps }) => ({ tier: String(tier), rate_bps })));
  await insertAll(transaction, id, 'rulebook_ratios', { family: 'text', default_bps: 'integer', ceiling_bps: 'integer' },
    families.flatMap((family) => (document.ratios ? [{ family, ...document.ratios[family] }] : [])));
  const lists = ['futures_restricted', 'mica_countries', 'recall_closed'] as const;
  await insertAll(transaction, id, 'rulebook_countries', { list: 'text', country: 'text', from_at: 'integer', to_at: 'integer' },
    lists.flatMap((list) => document[list].map((dated) => ({ list, ...spanOf(dated) }))));
}

function spanOf({ country, from, to }: DatedCountry): { country: string; from_at: number; to_at: number } {
  return { country, from_at: Date.parse(from), to_at: to === null ? FOREVER : Date.parse(to) };
}

async function insertAll(
  transaction: Knex.Transaction,
  rulebookId: number,
  table: string,
  columns: Record<string, 'text' | 'integer'>,
  list: object[],
): Promise<void> {
  if (list.length === 0) return;
  const names = Object.keys(columns);
  await execute(
    transaction,
    `INSERT INTO ${table} (rulebook_id, ${names.join(', ')}) SELECT :id, ${names.map((name) => `k.${name}`).join(', ')} FROM {{list}} k`,
    { id: rulebookId, list: JSON.stringify(list) },
    { list: dialectOf(transaction).rowset('list', columns) },
  );
}
