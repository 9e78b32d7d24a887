import { z } from 'zod';

/** How tall the rows of a list are. */
export const densities = ['dense', 'roomy'] as const;
export type Density = (typeof densities)[number];

/** A person has at most so many views of one list. */
export const MAX_VIEWS = 50;
export const MAX_VIEW_NAME = 60;
const MAX_FILTER = 4_000;

/** What a list is asked and how it is shown; checked against the policy of its resource beside this. */
export const savedView = z.strictObject({
  resource: z.string().max(64),
  name: z.string().trim().min(1).max(MAX_VIEW_NAME),
  shared: z.boolean().default(false),
  filter: z.record(z.string(), z.unknown()).refine((filter) => JSON.stringify(filter).length <= MAX_FILTER, 'is too long'),
  sort: z.tuple([z.string(), z.enum(['ASC', 'DESC'])]),
  hidden: z.array(z.string().max(64)).max(100),
  density: z.enum(densities).default('dense'),
});

/** A row of `saved-views`: one's own, and those that others share. `author` is an e-mail address. */
export interface SavedViewRow {
  id: string;
  resource: string;
  name: string;
  shared: boolean;
  author: string;
  mine: boolean;
  filter: Record<string, unknown>;
  sort: [field: string, direction: 'ASC' | 'DESC'];
  /** Columns that are left out. */
  hidden: string[];
  density: Density;
  changed_at: string;
}
