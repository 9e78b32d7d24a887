import type { RecordConclusion, SampleConclusion } from './contract.ts';

/** What is wrong with a conclusion about one record, as the field that it is about; null where nothing is. */
export function faultOfConclusion(agrees: boolean, conclusion: RecordConclusion, note: string | undefined): 'conclusion' | 'note' | null {
  if (conclusion === 'as_recorded') return agrees ? null : 'conclusion';
  return note === undefined ? 'note' : null;
}

/** Where there is an exception a sample is not satisfactory. */
export function mayConclude(conclusion: SampleConclusion, exceptions: number): boolean {
  return conclusion !== 'satisfactory' || exceptions === 0;
}
