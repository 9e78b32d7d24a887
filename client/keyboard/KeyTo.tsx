import { useNavigate } from 'react-admin';
import { useShortcut } from './useShortcut.ts';

/** A key that leads to another page; nothing to see. */
export function KeyTo({ keys, to }: { keys: string; to: string }) {
  const navigate = useNavigate();
  useShortcut(keys, () => navigate(to));
  return null;
}
