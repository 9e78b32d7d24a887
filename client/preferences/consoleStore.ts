import { localStorageStore, memoryStore, type Store } from 'react-admin';

/** What a person sets up for themselves in this browser; saved views are on the server. */
const lasting = /^(theme|locale|sidebar\.open|preferences\..*|.*\.density|.*\.datatable.*)$/;

/**
 * Only what a person has set up stays in the browser, signing out included. All else is kept in memory: react-admin
 * also stores what was searched and chosen in each list, whatever the list says about it, and that may be somebody's
 * e-mail address.
 */
export function createConsoleStore(): Store {
  const local = localStorageStore('1', 'console');
  const memory = memoryStore();
  const storeOf = (key: string): Store => (lasting.test(key) ? local : memory);
  return {
    setup: () => {
      local.setup();
      memory.setup();
    },
    teardown: () => {
      local.teardown();
      memory.teardown();
    },
    getItem: (key, defaultValue) => storeOf(key).getItem(key, defaultValue),
    setItem: (key, value) => storeOf(key).setItem(key, value),
    removeItem: (key) => storeOf(key).removeItem(key),
    removeItems: (prefix) => {
      local.removeItems(prefix);
      memory.removeItems(prefix);
    },
    reset: () => memory.reset(),
    subscribe: (key, callback) => storeOf(key).subscribe(key, callback),
  };
}
