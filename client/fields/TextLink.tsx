import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';
import { stopAtLink } from './stopAtLink.ts';

/** A link within the console. It does not also press the row in which it stands. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link component={LinkBase} to={to} onClick={stopAtLink} sx={{ whiteSpace: 'nowrap' }}>
      {children}
    </Link>
  );
}
