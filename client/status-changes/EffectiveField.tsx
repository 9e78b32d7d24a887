import { useText } from '../i18n/useText.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { Choice } from '../fields/Choice.tsx';
import { DateTextField } from '../fields/DateTextField.tsx';
import { instantOf, type Draft } from './draft.ts';

interface EffectiveFieldProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  problem: string | null;
}

/** From when it holds: at once, or at an instant in UTC, which lies earlier only for an account type (STA-8). */
export function EffectiveField({ draft, onChange, problem }: EffectiveFieldProps) {
  const t = useText();
  const at = instantOf(draft);
  return (
    <>
      <Choice
        label={t('changes.effective')}
        value={draft.when}
        values={['now', 'at']}
        word={(when) => t(when === 'now' ? 'changes.effectiveNow' : 'changes.effectiveAt')}
        onChoose={(when) => onChange({ when })}
        problem={draft.when === 'now' ? problem : null}
      />
      {draft.when === 'at' && (
        <DateTextField
          type="datetime-local"
          label={t('changes.instant')}
          value={draft.at}
          error={problem !== null}
          helperText={
            problem ?? t(draft.kind === 'account_type' ? 'changes.instantHint.anyTime' : 'changes.instantHint.later')
          }
          onChange={(event) => onChange({ at: event.target.value })}
          slotProps={{ htmlInput: { step: 1 } }}
        />
      )}
      {at && <InstantField at={at} />}
    </>
  );
}
