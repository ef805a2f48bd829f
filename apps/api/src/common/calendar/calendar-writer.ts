export interface CalendarEvent {
  /** the same for the same meeting for ever, wherever it moves to */
  readonly uid: string;
  /** grows with every change */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

export const CALENDAR_MEDIA_TYPE = 'text/calendar; charset=utf-8';
const LINE_OCTETS = 75;

/**
 * An iCalendar file (RFC 5545). Instants are UTC, so that no time zone has to be described and every calendar shows them
 * in its reader's own.
 * @param writtenAt when the file is made: of two files the later one is right
 */
export function writeCalendar(
  calendar: { readonly name: string; readonly events: readonly CalendarEvent[] },
  writtenAt: Date,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ieum//Fairs//KO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(calendar.name)}`,
    ...calendar.events.flatMap((event) => eventLines(event, writtenAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, writtenAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${instant(writtenAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${instant(event.startsAt)}`,
    `DTEND:${instant(event.endsAt)}`,
    `SUMMARY:${text(event.summary)}`,
    ...(event.description === undefined ? [] : [`DESCRIPTION:${text(event.description)}`]),
    ...(event.location === undefined ? [] : [`LOCATION:${text(event.location)}`]),
    `STATUS:${event.status}`,
    'END:VEVENT',
  ];
}

/** 20260616T010000Z */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A TEXT value: what has a meaning in the file is escaped, control characters have no place in it. */
function text(value: string): string {
  return value
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === '\t' ? sign : ''));
}

/** At most 75 octets a line, counted in UTF-8, and no letter cut in two; what follows begins with a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
