import type { ReactNode } from 'react';
import { DataTable, useResourceContext } from 'react-admin';
import type { Resource } from '#contract/policy';
import { useFields } from '../auth/access.ts';

interface ColProps<Row> {
  source: keyof Row & string;
  render?: (row: Row) => ReactNode;
  /** Figures stand to the right, so that their places meet. */
  figure?: boolean;
  /** Free text: it may break into lines. */
  prose?: boolean;
  label?: string;
}

/** A column. It can be sorted where the policy lets this role sort, and is left out where it may not read. */
export function Col<Row extends object>({ source, render, figure = false, prose = false, label }: ColProps<Row>) {
  const { readable, sortable } = useFields(useResourceContext() as Resource);
  if (readable.length > 0 && !readable.includes(source)) return null;
  return (
    <DataTable.Col<Record<string, unknown>>
      source={source}
      disableSort={!sortable.includes(source)}
      {...(label ? { label } : {})}
      {...(render ? { render: render as (row: Record<string, unknown>) => ReactNode } : {})}
      {...(figure ? { align: 'right' as const } : {})}
      {...(prose ? { cellClassName: 'prose' } : {})}
    />
  );
}
