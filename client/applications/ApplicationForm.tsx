import { useLocation } from 'react-admin';
import { useMay } from '../auth/access.ts';
import { SubmissionForm } from '../decisions/SubmissionForm.tsx';
import { useText } from '../i18n/useText.ts';
import { NotAllowed } from '../layout/NotAllowed.tsx';

const fields = [
  { name: 'uid', max: 64 },
  { name: 'channels', max: 4000, multiline: true },
  { name: 'audience', max: 4000, multiline: true },
  { name: 'text', max: 10_000, multiline: true },
] as const;

/** The page on which staff file what somebody sent in (ENR-6). */
export function ApplicationPage() {
  const t = useText();
  const uid = new URLSearchParams(useLocation().search).get('uid') ?? '';
  if (!useMay('applications', 'create')) return <NotAllowed />;
  return (
    <SubmissionForm
      resource="applications"
      title={t('applications.fileTitle')}
      heading={t('applications.summary')}
      hint={t('applications.hint')}
      fields={fields.map((field) => ({
        ...field,
        label: t(`applications.${field.name}`),
        missing: t(`applications.missing.${field.name}`),
      }))}
      start={{ uid }}
      fieldOfCode={{ already_pending: 'uid' }}
      submit={t('applications.submit')}
      done={t('applications.submitted')}
    />
  );
}
