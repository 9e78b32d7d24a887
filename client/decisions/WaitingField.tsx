import { InstantField } from '../fields/InstantField.tsx';
import { hoursBetween } from '../fields/times.ts';
import { useServerTime } from '../api/useServerTime.ts';
import { AgeHours } from '../fields/AgeHours.tsx';

interface WaitingFieldProps {
  since: string;
  /** Whether it still waits; when it was asked for stands there otherwise. */
  waits: boolean;
}

/** Of what waits its age by the server's clock, of what is settled when it was asked for. */
export function WaitingField({ since, waits }: WaitingFieldProps) {
  const now = useServerTime();
  if (!waits || !now) return <InstantField at={since} short />;
  return <AgeHours hours={hoursBetween(since, now)} />;
}
