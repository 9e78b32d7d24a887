import { SelectInput, type SelectInputProps } from 'react-admin';
import type { LabelGroup } from '../i18n/catalogue.ts';

interface ChoiceFilterProps extends Omit<SelectInputProps, 'choices'> {
  source: string;
  group: LabelGroup;
  values: readonly (string | number)[];
}

/** A filter by one of a closed list of values. */
export function ChoiceFilter({ group, values, ...props }: ChoiceFilterProps) {
  return <SelectInput {...props} choices={values.map((id) => ({ id, name: `label.${group}.${id}` }))} />;
}
