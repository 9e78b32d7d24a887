import { Box } from '@mui/material';
import { QRCodeSVG } from 'qrcode.react';

interface QrCodeProps {
  text: string;
  /** What it holds, for who does not see it. */
  title: string;
  /** Pixels of a side. */
  size?: number;
}

/** Dark on white in either theme: most cameras read no other. */
export function QrCode({ text, title, size = 104 }: QrCodeProps) {
  return (
    <Box sx={{ bgcolor: '#fff', p: 1, borderRadius: 1, lineHeight: 0, alignSelf: 'flex-start' }}>
      <QRCodeSVG value={text} size={size} title={title} role="img" />
    </Box>
  );
}
