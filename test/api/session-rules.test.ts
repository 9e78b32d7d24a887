import { describe, expect, it } from 'vitest';
import { addressKey, isAlive, isSameOrigin } from '../../server/session/rules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a session', () => {
  it.each([
    [0, 0, 0, true],
    [0, 0, 30 * MINUTE - 1, true],
    [0, 0, 30 * MINUTE, false],
    [0, 12 * HOUR - 1, 12 * HOUR - 1, true],
    [0, 12 * HOUR - 1, 12 * HOUR, false],
    [MINUTE, MINUTE, 0, true],
    [MINUTE + 1, MINUTE + 1, 0, false],
  ])('created at %d, touched at %d, is alive at %d: %s', (created_at, touched_at, now, alive) => {
    expect(isAlive({ created_at, touched_at }, now)).toBe(alive);
  });
});

describe('the address that attempts count for', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:DB8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('%s is %s', (address, key) => expect(addressKey(address)).toBe(key));
});

describe('the same origin', () => {
  it.each([
    [{ host: 'console.test' }, true],
    [{ host: 'console.test', origin: 'https://console.test' }, true],
    [{ host: 'localhost:3000', origin: 'http://localhost:3000', fetchSite: 'same-origin' }, true],
    [{ host: 'console.test', fetchSite: 'none' }, true],
    [{ host: 'console.test', origin: 'https://console.test.evil.test' }, false],
    [{ host: 'console.test', origin: 'https://evil.test/console.test' }, false],
    [{ host: 'console.test', origin: 'https://console.test:8443' }, false],
    [{ host: 'console.test', origin: 'null' }, false],
    [{ host: 'console.test', origin: '' }, false],
    [{ host: undefined, origin: 'https://console.test' }, false],
    [{ host: 'console.test', origin: 'https://console.test', fetchSite: 'cross-site' }, false],
  ])('%o: %s', (headers, same) => expect(isSameOrigin(headers)).toBe(same));
});
