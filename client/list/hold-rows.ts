import { createContext } from 'react';

/**
 * Keeps the rows of the table as they are, or lets them go: while a bulk decision is under way, as what asks and answers
 * stands in the table and would go with its last row.
 */
export const HoldRows = createContext<(held: boolean) => void>(() => undefined);
