import { useMediaQuery, type Theme } from '@mui/material';
import { useStore } from 'react-admin';

/**
 * Whether the navigation is open: beside the page until somebody folds it, over it on small screens (and at a strong
 * zoom), where it would cover what one came for, only when it is asked for.
 */
export function useNavigationOpen() {
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'), { noSsr: true });
  const [beside, setBeside] = useStore<boolean>('sidebar.open', true);
  const [over, setOver] = useStore<boolean>('navigation.over', false);
  return small ? { small, open: over, setOpen: setOver } : { small, open: beside, setOpen: setBeside };
}
