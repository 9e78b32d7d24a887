import { createContext, type ReactNode } from 'react';

/** What whoever decides should know first, beside the case itself: that somebody else has it in hand, or has decided it. */
export const CaseNotices = createContext<ReactNode>(null);
