import { InstantField } from '../fields/InstantField.tsx';
import { useServerTime } from '../routine/useServerTime.ts';
import { AgeHours } from '../status-changes/AgeHours.tsx';

const HOUR_MS = 3_600_000;

interface WaitingFieldProps {
  since: string;
  /** Whether it still waits; when it was asked for stands there otherwise. */
  waits: boolean;
}

/** Of what waits its age by the server's clock, of what is settled when it was asked for. */
export function WaitingField({ since, waits }: WaitingFieldProps) {
  const now = useServerTime();
  if (!waits || !now) return <InstantField at={since} short />;
  return <AgeHours hours={Math.floor((Date.parse(now) - Date.parse(since)) / HOUR_MS)} />;
}
