import { Alert, Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { PayoutLineRow } from '#contract/payouts';
import { useMay } from '../auth/access.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useDecide } from '../decisions/useDecide.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { TakeBackButton } from './TakeBackButton.tsx';

/** Confirmations that contradict an earlier one, until compliance has settled what they mean (PAY-3). */
export function ConflictsSection({ line }: { line: PayoutLineRow }) {
  const t = useText();
  const { id, conflicts } = line;
  const open = conflicts.some(({ state }) => state === 'open');
  // Paid by one file, and by another or with the next payout.
  const twice = conflicts.some(({ status }) => status === 'paid');
  if (conflicts.length === 0) return null;
  const action = (
    <Stack direction="row" sx={{ gap: 1 }}>
      {twice && <TakeBackButton line={line} />}
      {open && <SettleButton id={id} />}
    </Stack>
  );
  return (
    <Section title={t('payouts.line.conflicts')} action={action}>
      {open && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('payouts.line.conflictHint')}
        </Alert>
      )}
      {twice && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {t('payouts.line.twiceHint')}
        </Alert>
      )}
      <PlainTable
        caption={t('payouts.line.conflicts')}
        rows={conflicts}
        keyOf={(_conflict, index) => String(index)}
        columns={[
          { name: t('payouts.line.confirmation'), cell: ({ status }) => <StateChip group="state" value={status} /> },
          { name: t('payouts.line.at'), cell: ({ at }) => <InstantField at={at} short /> },
          { name: t('payouts.line.reference'), cell: ({ reference }) => reference },
          { name: t('payouts.line.settled'), cell: ({ settled_by }) => settled_by ?? t('payouts.line.open') },
          { name: t('payouts.comment'), cell: ({ comment }) => comment },
        ]}
      />
    </Section>
  );
}

function SettleButton({ id }: { id: string }) {
  const t = useText();
  const decide = useDecide('payout-lines');
  const may = useMay('payout-lines', 'settle');
  const [asking, setAsking] = useState(false);
  async function settle(comment: string | undefined) {
    await decide({ id, verb: 'settle', body: { comment }, done: t('payouts.line.settleDone') });
    setAsking(false);
  }
  if (!may) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {t('payouts.line.settle')}
      </Button>
      {asking && (
        <DecisionDialog
          title={t('payouts.line.settleAsk', { id })}
          verb={t('payouts.line.settle')}
          commentNeeded
          onClose={() => setAsking(false)}
          onDecide={settle}
        />
      )}
    </>
  );
}
