import { Badge, Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Tooltip, useTheme } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import { mineToDecide, QUEUE_CAP, type Decider, type Queue } from '#contract/live';
import { useDecider } from '../decisions/useDecider.ts';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';
import { useLive } from '../live/useLive.ts';
import type { Area } from './areas.ts';

interface NavigationLinksProps {
  areas: readonly Area[];
  open: boolean;
  onGo?: () => void;
}

/** The links of the navigation, with how much waits for this person behind each, which the link shows; folded, only their icons, named all the same. */
export function NavigationLinks({ areas, open, onGo }: NavigationLinksProps) {
  const t = useText();
  const { pathname } = useLocation();
  const queues = useLive()?.queues ?? {};
  const me = useDecider();
  const { direction } = useTheme();
  return (
    <List dense>
      {areas.map(({ to, name, icon: Icon, resource }) => {
        const waiting = queues[resource as Queue] ?? 0;
        const told = waiting > 0 ? `waiting-${resource}` : undefined;
        const here = to === '/' ? pathname === '/' : pathname.startsWith(to);
        return (
          <ListItem key={to} disablePadding>
            <Tooltip title={open ? '' : t(name)} placement={direction === 'rtl' ? 'left' : 'right'} describeChild={false}>
              <ListItemButton
                component={LinkBase}
                to={me && told ? waitingPath(resource as Queue, me) : to}
                selected={here}
                aria-current={here ? 'page' : undefined}
                onClick={onGo}
                aria-label={t(name)}
                aria-describedby={told}
                sx={{ minHeight: 38, px: 1.75 }}
              >
                <ListItemIcon sx={{ minWidth: 36 }}>
                  <Badge color="primary" variant="dot" invisible={open || waiting === 0}>
                    <Icon fontSize="small" color={here ? 'primary' : 'inherit'} />
                  </Badge>
                </ListItemIcon>
                {open && (
                  <ListItemText
                    primary={t(name)}
                    slotProps={{ primary: { sx: { lineHeight: 1.25, fontWeight: here ? 600 : 400 } } }}
                  />
                )}
                {told && <Waiting id={told} count={waiting} shown={open} />}
              </ListItemButton>
            </Tooltip>
          </ListItem>
        );
      })}
    </List>
  );
}

/** What the count beside the link counts. */
function waitingPath(queue: Queue, me: Decider): string {
  return listPath(queue, mineToDecide(queue, me) ?? {});
}

/** Read out with the link's name; folded, there is room for the dot only. */
function Waiting({ id, count, shown }: { id: string; count: number; shown: boolean }) {
  const t = useText();
  const capped = count >= QUEUE_CAP;
  const written = useWritten();
  const number = written.count(capped ? count - 1 : count);
  return (
    <>
      {shown && (
        <Box component="span" aria-hidden sx={{ fontWeight: 600, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {capped ? `${number}+` : number}
        </Box>
      )}
      <span id={id} hidden>
        {t(capped ? 'worklist.waitingCapped' : 'worklist.waiting', { count: number })}
      </span>
    </>
  );
}
