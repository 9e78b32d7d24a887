import { useStore } from 'react-admin';

export const SHORTCUTS_KEY = 'preferences.shortcuts';

export function useShortcutsOn(): boolean {
  return useStore<boolean>(SHORTCUTS_KEY, true)[0];
}
