import { describe, expect, it } from '@jest/globals';
import { writeCalendar, type CalendarEvent } from '../src/common/calendar/calendar-writer';
import { readCalendar } from './support/calendars';

const WRITTEN = new Date('2026-06-01T03:00:00.500Z');
const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '0190-1@ieum',
  sequence: 2,
  startsAt: new Date('2026-06-16T10:00:00+09:00'),
  endsAt: new Date('2026-06-16T10:30:00+09:00'),
  summary: '노란들판',
  status: 'CONFIRMED',
  ...change,
});
const write = (...events: readonly CalendarEvent[]) => writeCalendar({ name: '상담', events }, WRITTEN);

describe('a calendar file', () => {
  it('says who made it, and each meeting in UTC', () => {
    expect(write(event()).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Ieum//Fairs//KO',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:상담',
      'BEGIN:VEVENT',
      'UID:0190-1@ieum',
      'DTSTAMP:20260601T030000Z',
      'SEQUENCE:2',
      'DTSTART:20260616T010000Z',
      'DTEND:20260616T013000Z',
      'SUMMARY:노란들판',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('folds at 75 octets without cutting a letter, and unfolds to what it was', () => {
    for (let length = 0; length < 120; length += 1) {
      const summary = `${'a'.repeat(length % 4)}${'가🙂b'.repeat(length)}`;
      const file = write(event({ summary }));
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(file).toString('utf8')).toBe(file);
      expect(readCalendar(file)[0]?.['SUMMARY']).toBe(summary);
    }
  });

  it('keeps commas, semicolons, backslashes and line ends, and lets no text become a line of its own', () => {
    const summary = 'A, B; C\\n\nEND:VEVENT\r\nBEGIN:VEVENT\rX\u0000\u0007';
    const file = write(event({ summary, location: '부스 A;1', description: ',' }));
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(readCalendar(file)[0]).toMatchObject({
      SUMMARY: 'A, B; C\\n\nEND:VEVENT\nBEGIN:VEVENT\nX',
      LOCATION: '부스 A;1',
      DESCRIPTION: ',',
    });
  });
});
