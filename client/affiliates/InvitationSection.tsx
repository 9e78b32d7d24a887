import type { Invitation, InvitationAnswer } from '#contract/referrals';
import { useRead } from '../api/useRead.ts';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';

/** Who invited this account, when, through what, and what the inviter still gets for it. */
export function InvitationSection({ uid }: { uid: string }) {
  const t = useText();
  const { data } = useRead<InvitationAnswer>(`affiliates/${encodeURIComponent(uid)}/invitation`);
  if (!data) return <Section title={t('affiliates.invitation.title')}>…</Section>;
  const { invitation } = data;
  return (
    <Section title={t('affiliates.invitation.title')}>
      {invitation ? (
        <Facts
          facts={[
            { name: t('affiliates.inviter'), value: <UidLink uid={invitation.inviter_uid} /> },
            { name: t('affiliates.boundBy'), value: <LabelField group="bindingKind" value={invitation.kind} /> },
            { name: t('affiliates.boundAt'), value: <InstantField at={invitation.bound_at} /> },
            { name: t('affiliates.channel'), value: <LabelField group="channel" value={invitation.channel} /> },
            { name: t('affiliates.campaign'), value: invitation.campaign },
            { name: t('affiliates.invitation.earns'), value: <Earns invitation={invitation} /> },
          ]}
        />
      ) : (
        t('affiliates.unbound')
      )}
    </Section>
  );
}

function Earns({ invitation: { rate_bps, ratios, earns_until, earns_nothing } }: { invitation: Invitation }) {
  const t = useText();
  const label = useLabel();
  const written = useWritten();
  if (earns_nothing) return <>{t('affiliates.invitation.nothing', { reason: label('reason', earns_nothing) })}</>;
  return (
    <>
      {rate_bps !== null && <RateField bps={rate_bps} />}
      {Object.entries(ratios ?? {}).map(([family, bps], index) => (
        <span key={family}>
          {index > 0 && '; '}
          {label('family', family)} <RateField bps={bps} />
        </span>
      ))}{' '}
      {earns_until ? t('affiliates.invitation.until', { day: written.day(earns_until) }) : t('affiliates.invitation.always')}
    </>
  );
}
