import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { UploadDialog } from './UploadDialog.tsx';

export function UploadButton() {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (!useMay('imports', 'create')) return null;
  return (
    <>
      <Button variant="contained" startIcon={<UploadIcon />} onClick={() => setOpen(true)}>
        {t('imports.upload')}
      </Button>
      {open && <UploadDialog onClose={() => setOpen(false)} />}
    </>
  );
}
