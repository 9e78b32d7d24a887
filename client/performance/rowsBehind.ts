import {
  incomeBehind, NO_FAMILY, recordsBehind, type Counted, type Income, type IncomeRow, type RowFilter,
} from '#contract/performance';
import { listPath } from '../list/listPath.ts';

/** The address of the referrals behind a figure. */
export function referralsPath(filter: RowFilter): string {
  return listPath('referrals', filter);
}

/** The address of the records behind a figure; by month where the list would have to read too many of them (DESIGN 9). */
export function recordsPath(counted: Counted, filter: RowFilter = {}): string {
  const rows = recordsBehind(counted, filter);
  return rows === null ? partsPath(counted, filter) : listPath('commissions', rows);
}

/** The same of a row of the income. */
export function incomeRecordsPath(income: Income, row: IncomeRow): string {
  const { family, kind, status, currency } = row;
  const rows = incomeBehind(income, row);
  return rows === null ? partsPath(income, { family, kind, status, currency }) : listPath('commissions', rows);
}

/** What rows of the income are told apart by. */
const dimensions = ['family', 'kind', 'status', 'currency'] as const;

function partsPath({ from, to }: Counted, filter: RowFilter): string {
  const named = Object.entries(filter).map(([name, value]): [string, string] => [name, value === null ? NO_FAMILY : String(value)]);
  return `/performance/months?${new URLSearchParams([...(from === null ? [] : [['from', from]]), ['to', to], ...named])}`;
}

/** The span whose months an address asks for, and which of their income. */
export function partsOf(search: string): { span: Record<string, string>; filter: Partial<Record<(typeof dimensions)[number], string>> } {
  const query = new URLSearchParams(search);
  const given = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, query.get(name) as string]] : [])));
  return { span: given(['from', 'to']), filter: given(dimensions) };
}

/** The same rows as a file. */
export function csvAddress(resource: 'commissions' | 'bonuses', filter: RowFilter): string {
  return `/api/${resource}.csv?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
