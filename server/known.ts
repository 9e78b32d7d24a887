/** What no sound data can lack in this place: a default in its stead would be a guess at money. Throws where it is missing all the same. */
export function known<T>(fact: T | null | undefined, name: string): T {
  if (fact === null || fact === undefined) throw new Error(`the ${name} is missing`);
  return fact;
}
