import type { Response } from 'express';
import type { Resource } from '../policy/contract.ts';

/** A page of a list: `total` counts at most to 10,001, and then it is `capped`. */
export interface ListAnswer {
  rows: readonly object[];
  total: number;
  capped: boolean;
}

/** Answers a list the way ra-data-simple-rest reads it (CONTRACT 3). `first` is the position of the first row. */
export function respondList(response: Response, resource: Resource, first: number, answer: ListAnswer): void {
  const { rows, total, capped } = answer;
  const span = rows.length === 0 ? '*' : `${first}-${first + rows.length - 1}`;
  response.set('Content-Range', `${resource} ${span}/${total}`);
  if (capped) response.set('X-Total-Capped', '1');
  response.json(rows);
}
