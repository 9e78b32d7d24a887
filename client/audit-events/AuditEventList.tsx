import type { AuditRow } from '#contract/audit';
import { LabelField } from '../fields/LabelField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { auditFilters, auditPresets } from './AuditEventFilters.tsx';
import { ChangesSummary } from './ChangesSummary.tsx';
import { SubjectLink } from './SubjectLink.tsx';

/** Who did what, when and why; the chain of hashes tells whether anything was altered. */
export function AuditEventList() {
  return (
    <ConsoleList
      resource="audit-events"
      filters={auditFilters}
      presets={auditPresets}
      sort={{ field: 'seq', order: 'DESC' }}
    >
      <ConsoleTable hiddenColumns={['role', 'request_id', 'hash']}>
        <Col<AuditRow>
          source="seq"
          figure
          render={({ id, seq }) => <TextLink to={`/audit-events/${id}/show`}>{seq}</TextLink>}
        />
        <Col<AuditRow> source="at" render={({ at }) => <StackedInstant at={at} />} />
        <Col<AuditRow> source="actor" />
        <Col<AuditRow> source="role" render={({ role }) => <LabelField group="role" value={role} />} />
        <Col<AuditRow>
          source="action"
          render={({ action }) => <LabelField group="action" value={action.replace('.', '_')} />}
        />
        <Col<AuditRow>
          source="subject_id"
          render={(event) => <SubjectLink type={event.subject_type} id={event.subject_id} />}
        />
        <Col<AuditRow> source="changes" prose render={({ changes }) => <ChangesSummary changes={changes} />} />
        <Col<AuditRow> source="reason" prose />
        <Col<AuditRow> source="request_id" />
        <Col<AuditRow> source="hash" />
      </ConsoleTable>
    </ConsoleList>
  );
}
