import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';

/** A number of people or records, with the way to them. */
export function CountField({ count, to }: { count: number; to: string }) {
  return <FigureLink to={to} rows={count}><Count value={count} /></FigureLink>;
}
