import { Link } from '@mui/material';
import { LinkBase, useCreatePath } from 'react-admin';
import { stopAtLink } from './stopAtLink.ts';

/** An account's uid, leading to its page. */
export function UidLink({ uid }: { uid: string | null | undefined }) {
  const createPath = useCreatePath();
  if (!uid) return <span>–</span>;
  return (
    <Link
      component={LinkBase}
      to={createPath({ resource: 'affiliates', type: 'show', id: uid })}
      onClick={stopAtLink}
      dir="ltr"
      sx={{ fontFamily: 'monospace', whiteSpace: 'nowrap' }}
    >
      {uid}
    </Link>
  );
}
