import { Box, Typography } from '@mui/material';
import type { DecisionRow } from '#contract/decisions';
import { LabelField } from '../fields/LabelField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { useStaffWord } from '../fields/useStaffWord.ts';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { EvidenceLinks } from '../status-changes/EvidenceLinks.tsx';
import { DecisionSubject } from './DecisionSubject.tsx';
import { decisionFilters, decisionPresets } from './DecisionFilters.tsx';

interface DecisionListProps {
  /** Fixed conditions, where the list stands on an affiliate's page. */
  only?: Partial<Pick<DecisionRow, 'affiliate_uid'>>;
}

/** Who decided what, who had asked, and on what evidence, over all kinds of requests. */
export function DecisionList({ only }: DecisionListProps) {
  return (
    <ConsoleList
      resource="decisions"
      sort={{ field: 'decided_at', order: 'DESC' }}
      {...(only ? { only, within: true } : { filters: decisionFilters, presets: decisionPresets })}
    >
      <ConsoleTable rowClick={false} hiddenColumns={['reason_code', 'requested_at', ...Object.keys(only ?? {})]}>
        <Col<DecisionRow> source="decided_at" render={({ decided_at }) => <StackedInstant at={decided_at} />} />
        <Col<DecisionRow> source="about" render={(decision) => <DecisionSubject decision={decision} />} />
        <Col<DecisionRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<DecisionRow> source="outcome" render={({ outcome }) => <StateChip group="decisionOutcome" value={outcome} />} />
        <Col<DecisionRow> source="decided_by" render={(decision) => <TwoPeople decision={decision} />} />
        <Col<DecisionRow> source="requested_at" render={({ requested_at }) => <StackedInstant at={requested_at} />} />
        <Col<DecisionRow> source="reason_code" render={(decision) => <Reason decision={decision} />} />
        <Col<DecisionRow> source="evidence" prose render={(decision) => <Evidence decision={decision} />} />
        <Col<DecisionRow> source="comment" prose />
      </ConsoleTable>
    </ConsoleList>
  );
}

/** Who decided, and below who had asked. */
function TwoPeople({ decision: { requested_by, decided_by, own } }: { decision: DecisionRow }) {
  const t = useText();
  const word = useStaffWord();
  if (decided_by === null) return <span>{t('oversight.decisions.byFeed')}</span>;
  return (
    <Box sx={{ maxWidth: 180, whiteSpace: 'normal', overflowWrap: 'break-word' }}>
      <StaffName name={decided_by} />
      <Typography variant="body2" color={own ? 'error' : 'textSecondary'}>
        {requested_by ? t('oversight.decisions.askedBy', { who: word(requested_by) }) : t('oversight.decisions.alone')}
      </Typography>
    </Box>
  );
}

function Reason({ decision: { kind, reason_code } }: { decision: DecisionRow }) {
  return <LabelField group={kind === 'content-reviews' ? 'contentReason' : 'reasonCode'} value={reason_code} />;
}

/** Only requests to change a status name evidence; of the others it is their own page. */
function Evidence({ decision: { kind, evidence } }: { decision: DecisionRow }) {
  return kind === 'status-changes' && evidence.length > 0 ? <EvidenceLinks evidence={evidence} /> : <span>–</span>;
}
