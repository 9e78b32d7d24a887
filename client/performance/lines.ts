export interface LinePoint {
  place: number;
  value: number;
}

/** The unbroken lines of a course: what is unknown is a gap, and never drawn as zero (REF-9). A point alone is a line to itself. */
export function linesOf(values: readonly (number | null)[]): LinePoint[][] {
  const lines: LinePoint[][] = [];
  for (const [place, value] of values.entries()) {
    if (value === null) continue;
    if (place > 0 && values[place - 1] !== null) lines.at(-1)?.push({ place, value });
    else lines.push([{ place, value }]);
  }
  return lines.map((line) => (line.length === 1 ? [...line, ...line] : line));
}
