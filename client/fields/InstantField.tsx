import { Tooltip } from '@mui/material';
import { useLocale } from 'react-admin';
import { writeInPlace, writeInstant, writeInstantBreakably } from './forms.ts';

interface InstantFieldProps {
  at: string | null | undefined;
  /** Without seconds, and broken into lines where there is little room. */
  short?: boolean;
}

/** An instant, in UTC as everything here is counted; the reader's own time and the exact form stand in the tooltip. */
export function InstantField({ at, short = false }: InstantFieldProps) {
  const locale = useLocale() ?? 'en';
  if (!at) return <span>–</span>;
  return (
    <Tooltip
      title={
        <>
          {writeInPlace(at, locale)}
          <br />
          <bdi>{at}</bdi>
        </>
      }
    >
      <time dateTime={at} style={{ whiteSpace: short ? 'normal' : 'nowrap', unicodeBidi: 'isolate' }}>
        {short ? writeInstantBreakably(at, locale) : writeInstant(at, locale)}
      </time>
    </Tooltip>
  );
}
