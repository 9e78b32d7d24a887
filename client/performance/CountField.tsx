import { Count } from '../fields/Count.tsx';
import { TextLink } from '../fields/TextLink.tsx';

/** A number of people or records, with the way to them. */
export function CountField({ count, to }: { count: number; to: string | null }) {
  return to === null ? <Count value={count} /> : <TextLink to={to}><Count value={count} /></TextLink>;
}
