import type { AffiliateDetail } from '#contract/affiliates';
import { useFields } from '../auth/access.ts';
import { Facts } from '../fields/Facts.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { useReveal } from './useReveal.tsx';

/** Personal data: clear, masked, or not there, as the policy has it. What is revealed is gone with the page. */
export function PersonSection({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const { readable } = useFields('affiliates');
  const { revealed, button, dialog } = useReveal('affiliates', affiliate.uid, affiliate.uid);
  if (!readable.includes('email')) return null;
  return (
    <Section title={t('affiliates.person')} action={button}>
      <Facts
        facts={[
          { name: t('affiliates.name'), value: revealed.name ?? affiliate.name ?? '–' },
          { name: t('affiliates.email'), value: revealed.email ?? affiliate.email ?? '–' },
        ]}
      />
      {dialog}
    </Section>
  );
}
