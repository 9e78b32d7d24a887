import { type RefObject, useEffect } from 'react';
import { useBlocker } from 'react-admin';
import { SIGN_IN } from '../auth/signInPath.ts';
import { useText } from '../i18n/useText.ts';

interface UnsavedGuardProps {
  /** Whether something is typed and not sent. */
  dirty: boolean;
  /** True once it is sent: nothing is asked from then on. */
  sent?: RefObject<boolean>;
}

/** Before somebody leaves the page, or the console, with something typed and not sent: whether they mean it. */
export function UnsavedGuard({ dirty, sent }: UnsavedGuardProps) {
  return dirty ? <Guard {...(sent ? { sent } : {})} /> : null;
}

/** Only where there is something to guard: the router knows one guard at a time, and asks it at every step. */
function Guard({ sent }: Pick<UnsavedGuardProps, 'sent'>) {
  const t = useText();
  // The end of a session leads to the sign-in: there is no staying, so nobody is asked.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !sent?.current && nextLocation.pathname !== SIGN_IN && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(t('decisions.leave'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!sent?.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [sent]);
  return null;
}
