import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, Box, IconButton, Toolbar, Typography } from '@mui/material';
import { LoadingIndicator, ToggleThemeButton } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { Omnibox, OMNIBOX_ID } from '../omnibox/Omnibox.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { useNavigationOpen } from './useNavigationOpen.ts';

/** The banner: navigation toggle, name, omnibox, and what belongs to the reader. */
export function TopBar() {
  const t = useText();
  const { open, setOpen } = useNavigationOpen();
  return (
    <AppBar position="sticky" sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
      <Toolbar variant="dense" sx={{ gap: 2 }}>
        <IconButton edge="start" aria-label={t('app.menu')} aria-expanded={open} onClick={() => setOpen(!open)}>
          <MenuIcon />
        </IconButton>
        <Typography
          component="span"
          variant="h6"
          noWrap
          sx={{ display: { xs: 'none', sm: 'block' }, color: 'primary.main' }}
        >
          {t('app.name')}
        </Typography>
        <Omnibox id={OMNIBOX_ID} />
        <Box sx={{ marginInlineStart: 'auto', display: 'flex', alignItems: 'center' }}>
          <LanguageMenu />
          <ToggleThemeButton />
          <LoadingIndicator />
          <AccountMenu />
        </Box>
      </Toolbar>
    </AppBar>
  );
}
