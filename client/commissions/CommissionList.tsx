import type { CommissionRow } from '#contract/commissions';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { commissionFilters } from './CommissionFilters.tsx';
import { CommissionTable } from './CommissionTable.tsx';

interface CommissionListProps {
  /** Fixed conditions, where the list stands on an affiliate's page. */
  only?: Partial<Pick<CommissionRow, 'inviter_uid' | 'invitee_uid'>>;
}

/** The records, newest first. */
export function CommissionList({ only }: CommissionListProps) {
  return (
    <ConsoleList
      resource="commissions"
      sort={{ field: 'id', order: 'DESC' }}
      filters={commissionFilters}
      {...(only ? { only, within: true } : {})}
    >
      <CommissionTable hidden={Object.keys(only ?? {})} />
    </ConsoleList>
  );
}
