import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays, addMonths, DAY_MS, dayEnd, dayOf, daysBetween, dayStart, FOREVER, formatInstant, formatInstantOrNull, isDay, isMonth, monthEnd, monthOf,
  monthStart, parseInstant,
} from '../../server/calendar.ts';

const from = Date.UTC(1900, 0, 1);
const instant = fc.integer({ min: from, max: Date.UTC(2200, 0, 1) });

describe('instants', () => {
  test('read back what was written, to the millisecond', () => {
    fc.assert(fc.property(instant, (at) => parseInstant(formatInstant(at)) === at));
  });

  test('without decimals of a second it is the same instant', () => {
    expect(parseInstant('2026-03-11T01:02:03Z')).toBe(Date.UTC(2026, 2, 11, 1, 2, 3));
  });

  test.each([
    '', '2026-03-11', '2026-03-11T01:02:03', '2026-03-11T01:02:03+00:00', '2026-03-11T01:02:03.1Z', '2026-03-11T01:02:03.1234Z', '2026-03-11 01:02:03Z',
    '2026-02-29T00:00:00Z', '2026-02-30T00:00:00.000Z', '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z', '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z', '2026-01-01T23:60:00Z', '2026-01-01T23:59:60Z', '+002026-01-01T00:00:00Z', ' 2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z\n',
    '٢٠٢٦-01-01T00:00:00Z', '2026-01-01t00:00:00z',
  ])('%j is none', (text) => expect(parseInstant(text)).toBeNull());

  test('a leap day is a day', () => expect(parseInstant('2024-02-29T00:00:00Z')).toBe(Date.UTC(2024, 1, 29)));

  test('what never ends has no text', () => {
    expect(formatInstantOrNull(FOREVER)).toBeNull();
    expect(formatInstantOrNull(null)).toBeNull();
    expect(formatInstantOrNull(0)).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('days and months', () => {
  test('every instant lies in its day and its month', () => {
    fc.assert(fc.property(instant, (at) => {
      const [day, month] = [dayOf(at), monthOf(at)];
      return isDay(day) && isMonth(month) && dayStart(day) <= at && at < dayEnd(day) && monthStart(month) <= at && at < monthEnd(month);
    }));
  });

  test('months follow each other without gap or overlap', () => {
    fc.assert(fc.property(instant, fc.integer({ min: -600, max: 600 }), (at, count) => {
      const month = monthOf(at);
      const other = addMonths(month, count);
      return isMonth(other) && addMonths(other, -count) === month && monthEnd(month) === monthStart(addMonths(month, 1));
    }));
  });

  test('days follow each other', () => {
    fc.assert(fc.property(instant, fc.integer({ min: -5_000, max: 5_000 }), (at, count) => {
      const day = dayOf(at);
      return addDays(addDays(day, count), -count) === day && dayStart(addDays(day, count)) === dayStart(day) + count * DAY_MS;
    }));
  });

  test('REF-5, BIN-4: the difference of two dates, whatever their hours', () => {
    fc.assert(fc.property(instant, instant, (a, b) => daysBetween(a, b) === (dayStart(dayOf(b)) - dayStart(dayOf(a))) / DAY_MS));
    const registered = Date.parse('2025-03-10T23:59:59.999Z');
    expect(daysBetween(registered, Date.parse('2026-03-10T23:59:59.999Z'))).toBe(365);
    expect(daysBetween(registered, Date.parse('2026-03-11T00:00:00.000Z'))).toBe(366);
  });

  test.each(['2026-02-29', '2026-1-01', '2026-01-32', '', 'today', '2026-01-01T00:00:00Z'])('%j is no day', (text) => expect(isDay(text)).toBe(false));
  test.each(['2026-13', '2026-00', '2026-1', '2026', '2026-01-01', ''])('%j is no month', (text) => expect(isMonth(text)).toBe(false));
});
