import { Box, Drawer } from '@mui/material';
import { useRole } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { NavigationLinks } from './NavigationLinks.tsx';
import { areasFor } from './areas.ts';
import { useNavigationOpen } from './useNavigationOpen.ts';

/** The navigation: beside the page where there is room, over it on small screens. */
export function Navigation() {
  const t = useText();
  const role = useRole();
  const { small, open, setOpen } = useNavigationOpen();
  const areas = role ? areasFor(role) : [];
  if (small) {
    return (
      <Drawer open={open} onClose={() => setOpen(false)}>
        <Box component="nav" aria-label={t('app.navigation')} sx={{ width: 240 }}>
          <NavigationLinks areas={areas} open onGo={() => setOpen(false)} />
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
      <Box sx={{ position: 'sticky', top: 48 }}>
        <NavigationLinks areas={areas} open={open} />
      </Box>
    </Box>
  );
}
