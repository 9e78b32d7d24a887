import { RecordRequestList } from './RecordRequestList.tsx';

/** Records to be taken back (PAY-4); those that the system asks for wait for one person (STA-10). */
export function ReversalList() {
  return <RecordRequestList resource="reversals" />;
}
