import { Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { ShortcutsSwitch } from '../preferences/ShortcutsSwitch.tsx';
import { KeyCaps } from './KeyCaps.tsx';
import { shortcuts } from './shortcuts.ts';

/** What the keys do, and the switch that turns them off. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="shortcut-help" maxWidth="sm" fullWidth>
      <DialogTitle id="shortcut-help">{t('shortcuts.title')}</DialogTitle>
      <DialogContent>
        <ShortcutsSwitch />
        <PlainTable
          caption={t('shortcuts.title')}
          rows={shortcuts}
          keyOf={({ keys }) => keys}
          columns={[
            { name: t('shortcuts.keys'), cell: ({ keys }) => <KeyCaps keys={keys} /> },
            { name: t('shortcuts.does'), cell: ({ does }) => t(does) },
          ]}
        />
      </DialogContent>
    </Dialog>
  );
}
