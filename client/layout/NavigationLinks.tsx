import { Badge, Box, Divider, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Tooltip, Typography, useTheme } from '@mui/material';
import { useEffect, useRef } from 'react';
import { LinkBase, useLocation } from 'react-admin';
import { mineToDecide, QUEUE_CAP, type Decider, type Queue } from '#contract/live';
import { useDecider } from '../auth/useDecider.ts';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';
import { useLive } from '../live/useLive.ts';
import { home, type Area, type AreaGroup } from './areas.ts';
import { TOP_BAR_HEIGHT } from './topBarHeight.ts';

interface NavigationLinksProps {
  groups: readonly AreaGroup[];
  open: boolean;
  onGo?: () => void;
}

interface LinkProps {
  open: boolean;
  onGo: (() => void) | undefined;
  /** How much waits behind each, and for whom. */
  queues: Partial<Record<Queue, number>>;
  me: Decider | null;
}

/** The links of the navigation by what they are for; folded, only their icons, named all the same. */
export function NavigationLinks({ groups, open, onGo }: NavigationLinksProps) {
  const link: LinkProps = { open, onGo, queues: useLive()?.queues ?? {}, me: useDecider() };
  return (
    <Box sx={{ py: 1 }}>
      <List dense disablePadding>
        <AreaLink area={home} {...link} />
      </List>
      {groups.map((group) => (
        <Group key={group.name} group={group} link={link} />
      ))}
    </Box>
  );
}

function Group({ group: { name, areas }, link }: { group: AreaGroup; link: LinkProps }) {
  const t = useText();
  const title = t(`areaGroup.${name}`);
  return (
    <>
      {link.open ? (
        <Typography aria-hidden variant="caption" sx={{ display: 'block', px: 1.75, pt: 1.5, pb: 0.25, fontWeight: 600, color: 'text.secondary' }}>
          {title}
        </Typography>
      ) : (
        <Divider sx={{ my: 0.75 }} />
      )}
      <List dense disablePadding aria-label={title}>
        {areas.map((area) => (
          <AreaLink key={area.to} area={area} {...link} />
        ))}
      </List>
    </>
  );
}

/** With how much waits for this person behind it, which it leads to. */
function AreaLink({ area: { to, name, icon: Icon, resource }, open, onGo, queues, me }: LinkProps & { area: Area }) {
  const t = useText();
  const { pathname } = useLocation();
  const waiting = queues[resource as Queue] ?? 0;
  const { direction } = useTheme();
  const here = to === '/' ? pathname === '/' : pathname.startsWith(to);
  const item = useInView(here);
  const told = waiting > 0 ? `waiting-${resource}` : undefined;
  return (
    <ListItem ref={item} disablePadding>
      <Tooltip title={open ? '' : t(name)} placement={direction === 'rtl' ? 'left' : 'right'} describeChild={false}>
        <ListItemButton
          component={LinkBase}
          to={me && told ? waitingPath(resource as Queue, me) : to}
          selected={here}
          aria-current={here ? 'page' : undefined}
          onClick={onGo}
          aria-label={t(name)}
          aria-describedby={told}
          sx={{ minHeight: 34, py: 0.25, px: 1.75 }}
        >
          <ListItemIcon sx={{ minWidth: 36 }}>
            <Badge color="primary" variant="dot" invisible={open || waiting === 0}>
              <Icon fontSize="small" color={here ? 'primary' : 'inherit'} />
            </Badge>
          </ListItemIcon>
          {open && <ListItemText primary={t(name)} slotProps={{ primary: { sx: { lineHeight: 1.25, fontWeight: here ? 600 : 400 } } }} />}
          {told && <Waiting id={told} count={waiting} shown={open} />}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}

/** Where one is stays in view, also below what fits the window. */
function useInView(here: boolean) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!here || !item.current) return;
    const { top, bottom } = item.current.getBoundingClientRect();
    if (top < TOP_BAR_HEIGHT || bottom > window.innerHeight) item.current.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return item;
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
