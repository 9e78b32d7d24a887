import { Count } from '../fields/Count.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { listPath } from '../list/listPath.ts';

interface InviteesLinkProps {
  uid: string;
  count: number;
  /** Those bound up to this instant only. */
  until?: string | null;
}

/** How many users somebody has invited; leads to them. */
export function InviteesLink({ uid, count, until = null }: InviteesLinkProps) {
  const filter = { inviter_uid: uid, ...(until ? { bound_at_lte: until } : {}) };
  return (
    <FigureLink to={listPath('referrals', filter, ['inviter_uid'])} rows={count}>
      <Count value={count} />
    </FigureLink>
  );
}
