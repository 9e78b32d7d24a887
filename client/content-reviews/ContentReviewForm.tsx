import { useLocation } from 'react-admin';
import { isHttpUrl } from '#contract/addresses';
import { useMay } from '../auth/access.ts';
import { SubmissionForm } from '../decisions/SubmissionForm.tsx';
import { useText } from '../i18n/useText.ts';
import { NotAllowed } from '../layout/NotAllowed.tsx';

/** The page on which staff submit what an affiliate wants to use (CAM-5). */
export function ContentReviewPage() {
  const t = useText();
  const uid = new URLSearchParams(useLocation().search).get('affiliate_uid') ?? '';
  if (!useMay('content-reviews', 'create')) return <NotAllowed />;
  const missing = (name: 'affiliate_uid' | 'url' | 'channel' | 'text') => t(`content.missing.${name}`);
  return (
    <SubmissionForm
      resource="content-reviews"
      title={t('content.submitTitle')}
      heading={t('content.summary')}
      hint={t('content.hint')}
      fields={[
        { name: 'affiliate_uid', label: t('content.affiliate'), missing: missing('affiliate_uid'), max: 64 },
        {
          name: 'url',
          label: t('content.url'),
          missing: missing('url'),
          hint: t('content.urlHint'),
          max: 2000,
          type: 'url',
          lacks: (text) => !isHttpUrl(text),
        },
        { name: 'channel', label: t('content.channel'), missing: missing('channel'), max: 200 },
        { name: 'text', label: t('content.text'), missing: missing('text'), max: 10_000, multiline: true },
      ]}
      start={{ affiliate_uid: uid }}
      fieldOfCode={{ already_pending: 'url' }}
      submit={t('content.send')}
      done={t('content.submitted')}
    />
  );
}
