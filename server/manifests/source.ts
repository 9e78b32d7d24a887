import type { Connection } from '../../db/statement.ts';
import { formatInstant, formatInstantOrNull } from '../calendar.ts';
import { NOTHING } from '../lists/condition.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { formatAmount } from '../money.ts';
import type { ManifestRow } from './contract.ts';
import { stateOf } from './rules.ts';
import { manifestsById, overridesOf, type StoredOverride } from './store.ts';

/** Manifests with what has come (PAY-8): a few a day. */
export const manifestSource: ListSource = {
  resource: 'manifests',
  from: 'manifests m',
  parameters: {},
  fields: {
    id: { sql: 'm.id' },
    feed: { sql: 'm.feed' },
    day: { sql: 'm.day' },
    rows: { sql: 'm.row_count' },
    received_at: { sql: 'm.received_at' },
  },
  extraFilters: {
    override_state: (value, bind) => (value === null ? NOTHING : overridden(`o.state = ${bind(String(value))}`)),
    not_requested_by: (value, bind) => (value === null ? NOTHING : overridden(`o.requested_by <> ${bind(String(value))}`)),
  },
  newest: '(SELECT max(id) FROM manifests)',
  finish: finishRows,
};

/** Whether the latest request to go on without the manifest (there may be earlier ones, refused) is such. */
function overridden(such: string): string {
  return `m.id IN (SELECT o.manifest_id FROM manifest_overrides o
    WHERE o.id = (SELECT max(l.id) FROM manifest_overrides l WHERE l.manifest_id = o.manifest_id) AND ${such})`;
}

async function finishRows(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const ids = list.map((one) => Number(one['id']));
  const found = new Map((await manifestsById(connection, ids)).map((one) => [one.id, one]));
  const overrides = await overridesOf(connection, ids);
  return list.flatMap((one) => {
    const manifest = found.get(Number(one['id']));
    if (!manifest) return [];
    return [{
      ...one,
      rows_found: manifest.rows_found,
      control_sum: amountOrNull(manifest.control_sum),
      sum_found: amountOrNull(manifest.sum_found),
      state: stateOf(manifest, manifest.overridden),
      override: overrideOf(overrides.get(manifest.id)),
    }];
  });
}

function amountOrNull(amount: bigint | null): string | null {
  return amount === null ? null : formatAmount(amount);
}

function overrideOf(asked: StoredOverride | undefined): ManifestRow['override'] {
  if (!asked) return null;
  const { id, reason, requested_by, requested_at, state, decided_by, decided_at, comment } = asked;
  return {
    id: String(id), reason, requested_by, requested_at: formatInstant(requested_at), state, decided_by,
    decided_at: formatInstantOrNull(decided_at), comment,
  };
}
