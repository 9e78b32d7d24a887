import { useState } from 'react';
import { useMay } from '../auth/access.ts';
import { useClaimsAnswer } from '../claims/useClaims.ts';
import { useDecider } from '../auth/useDecider.ts';
import { useFeeds } from '../routine/useFeeds.ts';
import { useRoutine } from '../routine/useRoutine.ts';
import { useHome } from './useHome.ts';
import { useLatestDecisions } from './useLatestDecisions.ts';
import { useStaffRows } from './useStaffRows.ts';

/**
 * All that the first screen of somebody is made of, asked at once; `there` when every answer has come, be it a refusal. A part shown
 * before the others would be pushed away by them from under the reader's hand: what is pressed just then is lost.
 */
export function useFirstScreen() {
  const role = useDecider()?.role;
  const home = useHome();
  const parts = [
    home, useRoutine(), useClaimsAnswer(), useFeeds(useMay('manifests', 'read')),
    useLatestDecisions(role === 'compliance'), useStaffRows(role === 'admin'),
  ];
  const answered = role !== undefined && parts.every(({ isLoading }) => !isLoading);
  const [there, setThere] = useState(answered);
  if (answered && !there) setThere(true);
  return { home, there };
}
