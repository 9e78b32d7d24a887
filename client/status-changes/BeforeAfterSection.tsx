import { holdsMoney } from '#contract/affiliates';
import { isRestrictionKind, type StatusChangePreview, type StatusChangeRow } from '#contract/status-changes';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

interface BeforeAfterProps {
  change: Pick<StatusChangeRow, 'kind' | 'from' | 'to' | 'effective_at' | 'state'>;
  preview: StatusChangePreview | null;
}

interface Line {
  name: string;
  before: string;
  after: string;
}

/** Side by side what holds and what would hold, and from when. */
export function BeforeAfterSection({ change, preview }: BeforeAfterProps) {
  const t = useText();
  const lines = useLines(change, preview);
  const open = change.state === 'pending';
  return (
    <Section title={t('changes.beforeAfter')}>
      <PlainTable
        caption={t('changes.beforeAfter')}
        rows={lines}
        keyOf={({ name }) => name}
        columns={[
          { name: t('changes.what'), cell: ({ name }) => name },
          { name: t(open ? 'changes.before' : 'changes.wasBefore'), cell: ({ before }) => before },
          { name: t(open ? 'changes.after' : 'changes.isAfter'), cell: ({ before, after }) => (before === after ? t('changes.same') : <strong>{after}</strong>) },
          { name: t('changes.since'), cell: ({ before, after }) => (before === after ? '–' : <InstantField at={change.effective_at} short />) },
        ]}
      />
    </Section>
  );
}

function useLines({ kind, from, to }: BeforeAfterProps['change'], preview: StatusChangePreview | null): Line[] {
  const t = useText();
  const label = useLabel();
  const standing = (value: string) => label('standing', value);
  const lines: Line[] = [];
  if (isRestrictionKind(kind)) {
    const payout = (restriction: string) =>
      t(holdsMoney(restriction) ? 'changes.heldBack' : 'changes.paysOut');
    lines.push(
      { name: label('stateField', 'restriction'), before: standing(from), after: standing(to) },
      { name: t('changes.payouts'), before: payout(from), after: payout(to) },
    );
  }
  if (kind === 'account_type') {
    lines.push({ name: label('stateField', 'account_type'), before: standing(from), after: standing(to) });
  }
  if (preview) lines.push(enrolmentLine(preview));
  return lines;

  function enrolmentLine({ enrolment }: StatusChangePreview): Line {
    const name = t('changes.enrolment');
    if (!enrolment) return { name, before: t('changes.notEnrolled'), after: t('changes.notEnrolled') };
    const programme = label('programme', enrolment.programme);
    const before = t('changes.openSince', { programme });
    const reason = label('endReason', enrolment.end_reason);
    return { name, before, after: enrolment.ends ? t('changes.endsAs', { programme, reason }) : before };
  }
}
