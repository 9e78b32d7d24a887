import { useLabel } from '../i18n/useText.ts';

/** What somebody of the staff is called: by address; the console itself in the reader's language. */
export function useStaffWord(): (name: string) => string {
  const label = useLabel();
  return (name) => (name === 'system' ? label('role', name) : name);
}
