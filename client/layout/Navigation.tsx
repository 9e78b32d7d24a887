import { Box, Drawer } from '@mui/material';
import { useRole } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { NavigationLinks } from './NavigationLinks.tsx';
import { areaGroupsFor } from './areas.ts';
import { TOP_BAR_HEIGHT } from './topBarHeight.ts';
import { useNavigationOpen } from './useNavigationOpen.ts';

/** The navigation: beside the page where there is room, over it on small screens. */
export function Navigation() {
  const t = useText();
  const role = useRole();
  const { small, open, setOpen } = useNavigationOpen();
  const groups = role ? areaGroupsFor(role) : [];
  if (small) {
    return (
      <Drawer open={open} onClose={() => setOpen(false)}>
        <Box component="nav" aria-label={t('app.navigation')} sx={{ width: 240 }}>
          <NavigationLinks groups={groups} open onGo={() => setOpen(false)} />
        </Box>
      </Drawer>
    );
  }
  return (
    <Box
      component="nav"
      aria-label={t('app.navigation')}
      sx={{
        width: open ? 208 : 52,
        flexShrink: 0,
        borderInlineEnd: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ position: 'sticky', top: TOP_BAR_HEIGHT, maxHeight: `calc(100vh - ${TOP_BAR_HEIGHT}px)`, overflowY: 'auto', scrollbarWidth: 'thin' }}>
        <NavigationLinks groups={groups} open={open} />
      </Box>
    </Box>
  );
}
