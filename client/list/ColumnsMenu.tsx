import ViewColumnIcon from '@mui/icons-material/ViewColumnOutlined';
import { Button, Checkbox, Divider, FormControlLabel, FormGroup, Popover, Switch, useTheme } from '@mui/material';
import { useContext, useState } from 'react';
import { useResourceContext, useStore, useTranslateLabel } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { useDensity } from '../saved-views/useLook.ts';
import { ColumnsContext } from './columns.ts';

/**
 * Which columns to show and how tall the rows are, kept under react-admin's own key. Its own menu puts options into a menu and switches into
 * options, which assistive technology cannot make sense of.
 */
export function ColumnsMenu() {
  const t = useText();
  const label = useTranslateLabel();
  const resource = useResourceContext() ?? '';
  const start = useTheme().direction === 'rtl' ? 'right' : 'left';
  const { columns } = useContext(ColumnsContext);
  const [hidden, setHidden] = useStore<string[]>(`${resource}.datatable`, [...columns.hidden]);
  const [density, setDensity] = useDensity(resource);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const toggle = (source: string) =>
    setHidden(hidden.includes(source) ? hidden.filter((other) => other !== source) : [...hidden, source]);
  return (
    <>
      <Button startIcon={<ViewColumnIcon />} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('list.columns')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: start }}
        transformOrigin={{ vertical: 'top', horizontal: start }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('list.columns') } }}
      >
        <FormGroup sx={{ px: 2, py: 1 }}>
          {columns.sources.map((source) => (
            <FormControlLabel
              key={source}
              label={label({ resource, source })}
              control={<Checkbox size="small" checked={!hidden.includes(source)} onChange={() => toggle(source)} />}
            />
          ))}
          <Divider sx={{ my: 0.5 }} />
          <FormControlLabel
            label={t('worklist.roomy')}
            control={<Switch size="small" checked={density === 'roomy'} onChange={(_, on) => setDensity(on ? 'roomy' : 'dense')} />}
          />
        </FormGroup>
      </Popover>
    </>
  );
}
