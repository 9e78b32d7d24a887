import { List, ListItem, ListItemButton, ListItemIcon, ListItemText, Tooltip } from '@mui/material';
import { LinkBase, useLocation } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import type { Area } from './areas.ts';

interface NavigationLinksProps {
  areas: readonly Area[];
  open: boolean;
  onGo?: () => void;
}

/** The links of the navigation; folded, only their icons, named all the same. */
export function NavigationLinks({ areas, open, onGo }: NavigationLinksProps) {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <List dense>
      {areas.map(({ to, name, icon: Icon }) => {
        const here = to === '/' ? pathname === '/' : pathname.startsWith(to);
        return (
          <ListItem key={to} disablePadding>
            <Tooltip title={open ? '' : t(name)} placement="right" describeChild={false}>
              <ListItemButton
                component={LinkBase}
                to={to}
                selected={here}
                aria-current={here ? 'page' : undefined}
                onClick={onGo}
                aria-label={t(name)}
                sx={{ minHeight: 38, px: 1.75 }}
              >
                <ListItemIcon sx={{ minWidth: 36 }}>
                  <Icon fontSize="small" color={here ? 'primary' : 'inherit'} />
                </ListItemIcon>
                {open && (
                  <ListItemText
                    primary={t(name)}
                    slotProps={{ primary: { noWrap: true, sx: { fontWeight: here ? 600 : 400 } } }}
                  />
                )}
              </ListItemButton>
            </Tooltip>
          </ListItem>
        );
      })}
    </List>
  );
}
