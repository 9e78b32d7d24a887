import PersonIcon from '@mui/icons-material/PersonOutlined';
import { Button, Divider, ListItemText, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useGetIdentity, useLogout, useNavigate } from 'react-admin';
import { useLabel, useText } from '../i18n/useText.ts';

/** Who is signed in and as what; preferences; the way out. */
export function AccountMenu() {
  const t = useText();
  const label = useLabel();
  const { identity } = useGetIdentity();
  const logout = useLogout();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const role = typeof identity?.role === 'string' ? identity.role : null;
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        color="inherit"
        startIcon={<PersonIcon />}
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? 'account-menu' : undefined}
      >
        {label('role', role)}
      </Button>
      <Menu id="account-menu" anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
          <ListItemText primary={identity?.fullName} secondary={label('role', role)} />
        </MenuItem>
        <Divider component="li" />
        <MenuItem
          onClick={() => {
            close();
            navigate('/preferences');
          }}
        >
          {t('preferences.title')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            void logout();
          }}
        >
          {t('app.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
