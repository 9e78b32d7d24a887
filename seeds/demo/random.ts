/** Draws that are the same in every run: a stream is fixed by its key alone, whatever is drawn from others. */
export interface Stream {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True in about so many of a hundred draws. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the names, each as often as its weight says. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    state = Math.imul(state ^ text.charCodeAt(place), 0x01000193);
  }
  return state >>> 0;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** The stream of draws for a key, such as `stream('trades', 'climber', 3)`. */
export function stream(...key: (string | number)[]): Stream {
  const next = generator(hash(key.join('/')));
  const int = (low: number, high: number): number => low + (next() % (high - low + 1));
  return {
    int,
    chance: (percent) => int(0, 99) < percent,
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!,
    weighted: <K extends string>(weights: Partial<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = int(1, entries.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [name, weight] of entries) {
        left -= weight;
        if (left <= 0) return name;
      }
      throw new Error('no weights to draw from');
    },
  };
}

/** Splits a whole number into `count` uneven parts that add up to it exactly. */
export function split(draws: Stream, total: number, count: number): number[] {
  const weights = Array.from({ length: count }, () => draws.int(30, 100));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / all));
  parts[count - 1]! += total - parts.reduce((sum, part) => sum + part, 0);
  return parts;
}
