import { expect, test } from 'vitest';
import { matches, parseKeys } from '../../client/keyboard/keys.ts';

const [a] = parseKeys('a');
const pressed = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, code, altKey: false, ctrlKey: false, metaKey: false, ...held }) as KeyboardEvent;

test('a shortcut is the letter that is pressed, in whichever case', () => {
  expect(matches(pressed('a', 'KeyA'), a)).toBe(true);
  expect(matches(pressed('A', 'KeyA'), a)).toBe(true);
  expect(matches(pressed('b', 'KeyB'), a)).toBe(false);
  expect(matches(pressed('a', 'KeyA', { ctrlKey: true }), a)).toBe(false);
});

test('a keyboard of another Latin order goes by its letters, not by where they lie', () => {
  expect(matches(pressed('a', 'KeyQ'), a)).toBe(true);
  expect(matches(pressed('q', 'KeyA'), a)).toBe(false);
});

test('a keyboard of another script goes by where the keys lie', () => {
  expect(matches(pressed('ش', 'KeyA'), a)).toBe(true);
  expect(matches(pressed('۲', 'Digit2'), parseKeys('2')[0])).toBe(true);
  expect(matches(pressed('ن', 'KeyK', { ctrlKey: true }), parseKeys('mod+k')[0])).toBe(true);
  expect(matches(pressed('۲', 'Digit2'), a)).toBe(false);
});
