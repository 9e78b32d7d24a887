import { SelectInput, TextInput } from 'react-admin';
import { useMay } from '../auth/access.ts';
import { usePossibleManagers } from './usePossibleManagers.ts';

/** What react-admin's form of filters asks of each of its fields. */
interface ManagerFilterProps {
  source: 'account_manager';
}

/** By who looks after the affiliate: of a list for who may assign, by e-mail address for everybody else. */
export function ManagerFilter(props: ManagerFilterProps) {
  const may = useMay('affiliates', 'account-manager');
  const managers = usePossibleManagers();
  if (!may) return <TextInput {...props} />;
  return <SelectInput {...props} choices={managers.map(({ email, name }) => ({ id: email, name }))} translateChoice={false} />;
}
