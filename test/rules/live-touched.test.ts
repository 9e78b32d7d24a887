/** Which answers a page asks for anew once others have changed something. */
import { expect, test } from 'vitest';
import { isTouched } from '../../client/live/touched.ts';

const rejected = { 'status-changes': ['7'], notes: ['3'] } as const;
const changed = { 'status-changes': [...rejected['status-changes']], notes: [...rejected.notes] };

test.each([
  [['status-changes', 'getList', {}]], [['status-changes', 'getOne', { id: '7' }]], [['read', 'status-changes/7/preview']], [['notes', 'getList', {}]],
  [['affiliates', 'getList', {}]], [['read', 'affiliates/ada']], [['read', 'home']], [['audit-events', 'getList', {}]], [['read', 'decisions?x']], [['read', 'claims?x']],
])('%j is asked anew', (key) => {
  expect(isTouched(key, changed)).toBe(true);
});

test.each([
  [['live']], [['tier-reviews', 'getList', {}]], [['read', 'boosts/4']], [['commissions', 'getList', {}]],
  [['read', 'performance?grain=month']], [['read', 'performance/income?to=2026-03-31']], [['read', 'self-decided']], [['read', 'liabilities/totals?day=2026-03-31']],
])('%j is left alone', (key) => {
  expect(isTouched(key, changed)).toBe(false);
});

test('where much has changed all but the reports is asked anew, and nothing where nothing has', () => {
  expect([['tier-reviews', 'getList'], ['read', 'boosts/4'], ['live'], ['read', 'performance?x'], ['read', 'self-decided']].map((key) => isTouched(key, null)))
    .toEqual([true, true, false, false, false]);
  expect([['tier-reviews'], ['read', 'home']].map((key) => isTouched(key, {}))).toEqual([false, false]);
});
