import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { RecordRequestList } from '../reversals/RecordRequestList.tsx';

/** What is to be paid beside a record that came out too low (PAY-6). */
export function CorrectionList() {
  const t = useText();
  const mayLook = useMay('shortfalls', 'read');
  const shortfalls = (
    <Button component={LinkBase} to="/shortfalls">
      {t('recordRequests.shortfalls')}
    </Button>
  );
  return <RecordRequestList resource="corrections" tools={mayLook ? shortfalls : null} />;
}
