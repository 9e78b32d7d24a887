import { useState } from 'react';
import type { ReasonUse, ReasonUses } from '#contract/decisions';
import { useRead } from '../api/useRead.ts';
import { FigureLink } from '../fields/FigureLink.tsx';
import { Section } from '../fields/Section.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { listPath } from '../list/listPath.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';

/** Which reasons each person gave in a month, in requests and rejections. */
export function ReasonsSection({ thisMonth }: { thisMonth: string }) {
  const t = useText();
  const written = useWritten();
  const label = useLabel();
  const [month, setMonth] = useState(thisMonth);
  const { data } = useRead<ReasonUses>(`reason-uses?${new URLSearchParams({ month })}`, { keepPrevious: true, poll: () => REPORT_EVERY_MS });
  return (
    <Section
      title={t('oversight.reasons.title')}
      action={<PeriodChoice type="month" label={t('oversight.reasons.month')} last={thisMonth} onChoose={setMonth} />}
    >
      {data && (
        <PlainTable
          caption={t('oversight.reasons.title')}
          rows={data.uses}
          keyOf={({ person, kind, reason_code }) => [person, kind, reason_code].join(' ')}
          empty={t('oversight.reasons.none')}
          columns={[
            { name: t('oversight.reasons.person'), cell: ({ person }) => <StaffName name={person} /> },
            { name: t('oversight.reasons.kind'), cell: ({ kind }) => label('decisionKind', kind) },
            {
              name: t('oversight.reasons.reason'),
              cell: ({ kind, reason_code }) => label(kind === 'content-reviews' ? 'contentReason' : 'reasonCode', reason_code),
            },
            {
              name: t('oversight.reasons.uses'),
              figure: true,
              cell: (use) => <FigureLink to={usesOf(use, data.month)} rows={use.uses}>{written.count(use.uses)}</FigureLink>,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The requests, or rejections, in which it was given. */
function usesOf({ person, kind, reason_code, decided }: ReasonUse, month: string): string {
  const from = `${month}-01T00:00:00.000Z`;
  const until = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString();
  const [by, at] = decided ? ['decided_by', 'decided_at'] : ['requested_by', 'requested_at'];
  return listPath(kind, { [by as string]: person, reason_code, [`${at}_gte`]: from, [`${at}_lt`]: until });
}
