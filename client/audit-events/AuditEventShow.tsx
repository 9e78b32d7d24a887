import { Loading, Title, useGetRecordId } from 'react-admin';
import type { AuditRow } from '#contract/audit';
import { useRead } from '../api/useRead.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { CopyButton } from '../fields/CopyButton.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { SubjectLink } from './SubjectLink.tsx';

/** One event with all its changes and its place in the chain. */
export function AuditEventShow() {
  const t = useText();
  const label = useLabel();
  const { data, error } = useRead<AuditRow>(`audit-events/${encodeURIComponent(String(useGetRecordId()))}`);
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  const code = (hash: string) => (
    <>
      <code>{hash}</code>
      <CopyButton text={hash} />
    </>
  );
  return (
    <>
      <Title title={t('audit.title', { seq: data.seq })} />
      <Section title={label('action', data.action.replace('.', '_'))}>
        <Facts
          facts={[
            { name: t('audit.at'), value: <InstantField at={data.at} /> },
            { name: t('audit.actor'), value: data.actor === data.role ? <StaffName name={data.actor} /> : <><StaffName name={data.actor} /> ({label('role', data.role)})</> },
            { name: t('audit.subject'), value: <SubjectLink type={data.subject_type} id={data.subject_id} /> },
            { name: t('audit.reason'), value: data.reason },
            { name: t('audit.request'), value: data.request_id },
          ]}
        />
      </Section>
      <Section title={t('audit.changes')}>
        <ChangesTable type={data.subject_type} changes={data.changes} />
      </Section>
      <Section title={t('audit.chain')}>
        <Facts
          columns={1}
          facts={[
            { name: t('audit.prev'), value: code(data.prev) },
            { name: t('audit.hash'), value: code(data.hash) },
          ]}
        />
      </Section>
    </>
  );
}
