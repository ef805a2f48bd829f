import { dayNumber, isDay, isWithin, type Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { MAX_FAIR_SLOTS } from './vocabulary';

/** Hours in which a fair consults, on one of its days; Korean time, HH:MM. */
export interface FairHours {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
}

/** One slot: [startsAt, endsAt). */
export interface FairSlotTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface SlotsToLay {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly hours: readonly FairHours[];
  readonly slotMinutes: number;
  /** between two slots of the same hours */
  readonly pauseMinutes: number;
}

const MINUTE = 60_000;
/** Korea keeps UTC+9 all year. */
const KOREA = 9 * 60;
/** 24:00 is the end of a day. */
const TIME = /^([01]\d|2[0-3]|24(?=:00)):([0-5]\d)$/;

/**
 * Cuts consulting hours into slots, in order of time; what is too short for one more is left over. The organiser lays
 * them, and lays them anew while nothing is booked.
 * @returns the slots, or FAIR_INVALID {field: hours | slotMinutes}: hours that are none, overlap or lie on another day than
 *   the fair's, no slot at all, too many
 */
export function layFairSlots(asked: SlotsToLay): FairSlotTimes[] | Refusal {
  const { firstDay, lastDay, slotMinutes, pauseMinutes } = asked;
  const invalid = (field: string) => refusal('FAIR_INVALID', { field });
  if (slotMinutes < 1 || pauseMinutes < 0) return invalid('slotMinutes');
  const spans: { from: number; to: number }[] = [];
  for (const { day, from, to } of asked.hours) {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    if (start === null || end === null || end <= start) return invalid('hours');
    if (!isDay(day) || !isWithin(day, firstDay, lastDay)) return invalid('hours');
    const midnight = dayNumber(day) * 24 * 60 - KOREA;
    spans.push({ from: midnight + start, to: midnight + end });
  }
  spans.sort((one, other) => one.from - other.from);
  if (spans.some((span, at) => at > 0 && span.from < spans[at - 1]!.to)) return invalid('hours');
  const starts = spans.flatMap((span) => startsOf(span, slotMinutes, pauseMinutes));
  if (starts.length === 0) return invalid('hours');
  if (starts.length > MAX_FAIR_SLOTS) return invalid('slotMinutes');
  return starts.map((start) => ({
    startsAt: new Date(start * MINUTE),
    endsAt: new Date((start + slotMinutes) * MINUTE),
  }));
}

function startsOf(span: { from: number; to: number }, slotMinutes: number, pauseMinutes: number): number[] {
  const starts: number[] = [];
  for (let at = span.from; at + slotMinutes <= span.to; at += slotMinutes + pauseMinutes) starts.push(at);
  return starts;
}

function minuteOf(time: string): number | null {
  const match = TIME.exec(time);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}
