import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

export interface PlainColumn<Row> {
  name: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right, so that their places meet. */
  figure?: boolean;
  /** What must stay on one line, such as an id. */
  oneLine?: boolean;
}

interface PlainTableProps<Row> {
  caption: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  /** What stands there when there are no rows. */
  empty?: ReactNode;
}

/**
 * A table of what is on the page already: no pages, no sorting. The caption is for those who do not see the heading.
 */
export function PlainTable<Row>({ caption, columns, rows, keyOf, empty }: PlainTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <TableContainer tabIndex={0} role="group" aria-label={caption}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(({ name, figure }) => (
              <TableCell key={name} component="th" scope="col" {...(figure ? { align: 'right' } : {})}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={keyOf(row, index)} hover>
              {columns.map(({ name, cell, figure, oneLine }) => (
                <TableCell
                  key={name}
                  {...(figure ? { align: 'right' } : {})}
                  sx={oneLine ? { whiteSpace: 'nowrap' } : {}}
                >
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
