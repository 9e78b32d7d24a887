import { Alert, Box, Button, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import type { RecalledFigures } from '#contract/recalls';
import { useRead } from '../api/useRead.ts';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { listPath } from '../list/listPath.ts';

/** Uids on the page before anybody asks for more. */
const FIRST = 24;

/** DSH-5, BIN-8: how many users an affiliate has recalled, who they are and what they brought, as of the day before. */
export function RecalledSection({ uid }: { uid: string }) {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useRead<RecalledFigures>(`affiliates/${encodeURIComponent(uid)}/recalled`);
  const mark = data ? <Chip color="info" label={t('recalls.asOf', { day: data.as_of })} /> : undefined;
  return (
    <Section title={t('recalls.recalled')} action={mark}>
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {!data && !error && <span role="status">{t('recalls.looking')}</span>}
      {data && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {t('recalls.asOfHint')}
        </Typography>
      )}
      {data && (data.number === 0 ? t('recalls.none') : <Figures uid={uid} figures={data} />)}
    </Section>
  );
}

function Figures({ uid, figures: { number, uids, commission } }: { uid: string; figures: RecalledFigures }) {
  const t = useText();
  const rows = listPath('referrals', { inviter_uid: uid, kind: 'recall' });
  return (
    <>
      <Facts
        columns={1}
        facts={[
          { name: t('recalls.number'), value: <TextLink to={rows}><Count value={number} /></TextLink> },
          { name: t('recalls.ids'), value: <Uids uids={uids} number={number} /> },
        ]}
      />
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {t('recalls.commission')}
      </Typography>
      <PlainTable
        caption={t('recalls.commission')}
        rows={commission}
        keyOf={({ currency }) => currency}
        empty={t('recalls.noCommission')}
        columns={[
          { name: t('recalls.currency'), cell: ({ currency }) => currency },
          { name: t('recalls.records'), figure: true, cell: ({ records }) => <Count value={records} /> },
          {
            name: t('recalls.amount'),
            figure: true,
            cell: ({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact copyable />,
          },
        ]}
      />
    </>
  );
}

function Uids({ uids, number }: { uids: readonly string[]; number: number }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? uids : uids.slice(0, FIRST);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        {shown.map((one) => (
          <UidLink key={one} uid={one} />
        ))}
      </Box>
      {shown.length < uids.length && (
        <Button onClick={() => setAll(true)}>{t('recalls.moreIds', { smart_count: uids.length })}</Button>
      )}
      {all && uids.length < number && (
        <Typography variant="body2" color="textSecondary">
          {t('recalls.idsCut', { shown: uids.length, number })}
        </Typography>
      )}
    </>
  );
}
