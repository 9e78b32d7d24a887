import type { ReactNode } from 'react';
import { DataTable, useDataTableRenderContext, useDataTableSortContext, useResourceContext } from 'react-admin';
import { policyOf, type FieldKind, type Resource } from '#contract/policy';
import { useFields } from '../auth/access.ts';
import { Count } from '../fields/Count.tsx';
import { DayField, MonthField } from '../fields/DayField.tsx';
import { StaffName } from '../fields/StaffName.tsx';

interface ColProps<Row> {
  source: keyof Row & string;
  render?: (row: Row) => ReactNode;
  /** Figures stand to the right, so that their places meet. */
  figure?: boolean;
  /** Free text: it may break into lines. */
  prose?: boolean;
  label?: string;
}

/** How a field shows about which its column says no more. */
const plain: { [kind in FieldKind]?: (value: never) => ReactNode } = {
  day: (day: string | null) => <DayField day={day} />,
  month: (month: string | null) => <MonthField month={month} />,
};
/** Text of its own direction: within a line from right to left its full stop stays behind it. */
const plainText = (value: unknown) => (value === null || value === undefined || value === '' ? '–' : <bdi>{String(value)}</bdi>);
/** Who did something, by address; the console itself, too, decides and asks. */
const people = /^actor$|_by$/;
const plainPerson = (name: string | null) => (name === null ? '–' : <StaffName name={name} oneLine />);
const plainFigure = (value: number | null) => <Count value={value} />;

/** A column. It can be sorted where the policy lets this role sort, and is left out where it may not read. */
export function Col<Row extends object>({ source, render, figure = false, prose = false, label }: ColProps<Row>) {
  const resource = useResourceContext() as Resource;
  const { readable, sortable } = useFields(resource);
  const sorted = useSortedBy(source);
  if (readable.length > 0 && !readable.includes(source)) return null;
  const kind = policyOf(resource).fields[source];
  const field = kind === 'integer' ? plainFigure : people.test(source) ? plainPerson : ((kind && plain[kind]) ?? plainText);
  const shown = render ?? ((row: Row) => field(row[source] as never));
  return (
    <DataTable.Col<Record<string, unknown>>
      source={source}
      disableSort={!sortable.includes(source)}
      {...(sorted ? { sortDirection: sorted } : {})}
      {...(label ? { label } : {})}
      render={shown as (row: Record<string, unknown>) => ReactNode}
      {...(figure ? { align: 'right' as const } : {})}
      {...(prose ? { cellClassName: 'prose' } : {})}
    />
  );
}

/** Which way the rows stand by this column: its heading alone says so, in `aria-sort` (WCAG 1.3.1), which react-admin leaves out. */
function useSortedBy(source: string): 'asc' | 'desc' | null {
  const part = useDataTableRenderContext();
  const sort = useDataTableSortContext();
  if (part !== 'header' || sort?.field !== source) return null;
  return sort.order === 'ASC' ? 'asc' : 'desc';
}
