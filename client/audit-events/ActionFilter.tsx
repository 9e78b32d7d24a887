import { SelectInput, type SelectInputProps } from 'react-admin';
import { auditActions } from '#contract/audit';

/** A filter by what was done. The catalogue cannot have dots in its keys. */
export function ActionFilter(props: Omit<SelectInputProps, 'choices'>) {
  return (
    <SelectInput
      {...props}
      choices={auditActions.map((id) => ({ id, name: `label.action.${id.replace('.', '_')}` }))}
    />
  );
}
