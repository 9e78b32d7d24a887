import type { AuditCheckRow } from '#contract/audit-checks';
import { InstantField } from '../fields/InstantField.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { CheckResult } from './CheckResult.tsx';

/** When the whole audit chain was walked from the console, and what came out. */
export function AuditCheckList() {
  return (
    <ConsoleList resource="audit-checks" sort={{ field: 'id', order: 'DESC' }}>
      <ConsoleTable rowClick={false}>
        <Col<AuditCheckRow> source="id" />
        <Col<AuditCheckRow> source="at" render={({ at }) => <InstantField at={at} />} />
        <Col<AuditCheckRow> source="checked_by" />
        <Col<AuditCheckRow> source="result" prose render={({ result }) => <CheckResult result={result} />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
