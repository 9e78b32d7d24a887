import { useState } from 'react';
import type { CommissionRow } from '#contract/commissions';
import type { VerbResult } from '../api/verbs.ts';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { useText } from '../i18n/useText.ts';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { commissionFilters } from './CommissionFilters.tsx';
import { CommissionTable } from './CommissionTable.tsx';

interface CommissionListProps {
  /** Fixed conditions, where the list stands on an affiliate's page. */
  only?: Partial<Pick<CommissionRow, 'inviter_uid' | 'invitee_uid'>> & { payout_line_id?: string };
}

/** The records, newest first. */
export function CommissionList({ only }: CommissionListProps) {
  const t = useText();
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  return (
    <ConsoleList
      resource="commissions"
      sort={{ field: 'id', order: 'DESC' }}
      filters={commissionFilters}
      {...(only ? { only, within: true } : {})}
    >
      <BulkFailures
        failures={failures}
        onClose={() => setFailures([])}
        nameOf={(id) => t('recordRequests.recordNo', { id })}
      />
      <CommissionTable hidden={Object.keys(only ?? {})} onFailures={setFailures} />
    </ConsoleList>
  );
}
