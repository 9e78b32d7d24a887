import { Title } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { PerformanceView } from './PerformanceView.tsx';

/** The performance of the whole house (DSH-1 to DSH-3). */
export function PerformancePage() {
  const t = useText();
  return (
    <>
      <Title title={t('performance.title')} />
      <PerformanceView affiliate={null} />
    </>
  );
}
