import { createContext } from 'react';

/** The columns of the table in a list, and which of them are hidden until asked for. */
export interface TableColumns {
  sources: readonly string[];
  hidden: readonly string[];
}

interface ColumnsContent {
  columns: TableColumns;
  setColumns: (columns: TableColumns) => void;
}

export const noColumns: TableColumns = { sources: [], hidden: [] };

/** What the table tells the list around it, whose tools offer the choice of columns. */
export const ColumnsContext = createContext<ColumnsContent>({ columns: noColumns, setColumns: () => undefined });
