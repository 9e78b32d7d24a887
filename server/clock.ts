/** The only place that reads the time. With `OPS_NOW` the clock starts at that instant and goes on from there. */
export interface Clock {
  now(): number;
}

export function createClock(startAt: number | null = null): Clock {
  if (startAt === null) return { now: () => Date.now() };
  const origin = process.hrtime.bigint();
  return { now: () => startAt + Number((process.hrtime.bigint() - origin) / 1_000_000n) };
}
