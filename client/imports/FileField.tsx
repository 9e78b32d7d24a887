import { Box, Button } from '@mui/material';
import { useRef } from 'react';
import { useText } from '../i18n/useText.ts';

/** A file by choosing or by dropping it. */
export function FileField({ file, onChoose }: { file: File | null; onChoose: (file: File) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first) onChoose(first);
  };
  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
      sx={{
        border: '1px dashed',
        borderColor: 'text.disabled',
        borderRadius: 1,
        p: 2,
        mb: 1,
        display: 'flex',
        gap: 2,
        alignItems: 'center',
      }}
    >
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {t('imports.choose')}
      </Button>
      <input ref={input} type="file" accept=".csv,text/csv" hidden onChange={(event) => take(event.target.files)} />
      <span role="status">
        {file ? t('imports.chosen', { name: file.name, size: Math.ceil(file.size / 1024) }) : t('imports.drop')}
      </span>
    </Box>
  );
}
