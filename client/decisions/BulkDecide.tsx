import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import type { ReactNode } from 'react';
import type { VerbResult } from '../api/verbs.ts';
import { useText } from '../i18n/useText.ts';
import { BulkVerb, type BulkAsked } from './BulkVerb.tsx';

interface BulkDecideProps {
  verb: 'approve' | 'reject';
  /** Told what failed and can be tried again; of nothing at each new try. */
  onFailures: (failures: readonly VerbResult[]) => void;
  dialog: (asked: BulkAsked) => ReactNode;
}

/** Approves or rejects the chosen rows, each on its own. */
export function BulkDecide({ verb, onFailures, dialog }: BulkDecideProps) {
  const t = useText();
  return (
    <BulkVerb
      verb={t(`decisions.verb.${verb}`)}
      icon={verb === 'approve' ? <CheckIcon /> : <CloseIcon />}
      keys={verb === 'approve' ? 'a' : 'r'}
      grave={verb === 'reject'}
      done={t(`decisions.done.${verb}`)}
      onFailures={onFailures}
      dialog={dialog}
    />
  );
}
