import { FOREVER } from '../calendar.ts';
import { tieredProgrammes, type DatedCountry, type Programme, type RulebookDocument } from './contract.ts';

/** A version of a programme's rules with the interval in which it is in force (RUL-1). */
export interface Rulebook {
  id: number;
  programme: Programme;
  version: number;
  effective_from: number;
  effective_to: number;
  document: RulebookDocument;
}

export function rulebookAt(rulebooks: Rulebook[], programme: Programme, at: number): Rulebook | null {
  return rulebooks.find((one) => one.programme === programme && one.effective_from <= at && at < one.effective_to) ?? null;
}

/** Whether an expression, the name of a programme, is of one with a ladder: `hasTiers` in SQL. */
export function isTiered(programme: string): string {
  return `${programme} IN (${tieredProgrammes.map((one) => `'${one}'`).join(', ')})`;
}

/** Whether a dated list names the country at the instant (BIN-7, REF-1.8). */
export function listsCountry(list: DatedCountry[], country: string, at: number): boolean {
  return list.some(
    (item) => item.country === country && Date.parse(item.from) <= at && at < (item.to === null ? FOREVER : Date.parse(item.to)),
  );
}
