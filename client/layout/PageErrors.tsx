import { Alert, Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { useLocation, useTranslate } from 'react-admin';
import type { Text } from '../i18n/useText.ts';

interface BoundaryProps {
  children: ReactNode;
  /** A new one forgets the fault. */
  page: string;
  t: Text;
}

interface BoundaryState {
  fault: Error | null;
  page: string;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { fault: null, page: this.props.page };

  static getDerivedStateFromError(fault: Error): Partial<BoundaryState> {
    return { fault };
  }

  static getDerivedStateFromProps({ page }: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return page === state.page ? null : { fault: null, page };
  }

  override render() {
    const { t, children } = this.props;
    if (!this.state.fault) return children;
    const reload = <Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>;
    return (
      <Alert severity="error" action={reload}>
        {t('app.fault')} {this.state.fault.message}
      </Alert>
    );
  }
}

/** A page that fails leaves the frame standing; going to another page is the way out of it. */
export function PageErrors({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const t = useTranslate() as Text;
  return (
    <Boundary page={pathname} t={t}>
      {children}
    </Boundary>
  );
}
