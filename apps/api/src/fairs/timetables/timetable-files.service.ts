import { Injectable, StreamableFile } from '@nestjs/common';
import type { BookingState } from '@ieum/domain';
import {
  CALENDAR_MEDIA_TYPE,
  writeCalendar,
  type CalendarEvent,
} from '../../common/calendar/calendar-writer';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { SHEET_MEDIA_TYPE, writeSheet } from '../../common/sheets/sheet-writer';
import { Transactions } from '../../database/transactions';
import { attachment } from '../../files/content-disposition';
import { deskNameOf, type BookingRow } from '../bookings/bookings.queries';
import { assertStands, organiserRefusal, viewFair, type FairRow } from '../fair-room';
import { deskById, deskPlace } from '../parties/fair-desks.queries';
import { exhibitorById } from '../parties/fair-exhibitors.queries';
import { bookingsOfParty, shownBookings } from './timetable.queries';
import { TIMETABLE_HEADINGS, toTimetableRow } from './timetable-sheet';

/** How a calendar shows a booking; what is over without a meeting, or was cancelled, is struck out there. */
const CALENDAR_STATUS: Readonly<Record<BookingState, CalendarEvent['status']>> = {
  proposed: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  attended: 'CONFIRMED',
  walk_in: 'CONFIRMED',
  cancelled: 'CANCELLED',
  no_show: 'CANCELLED',
};

/** The timetable as files: a sheet for the organiser, calendars for the parties. */
@Injectable()
export class TimetableFilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One row a booking, in order of time: a list can be sorted and counted, which a grid with names in it cannot. */
  async sheet(actor: Actor, fairId: string): Promise<StreamableFile> {
    const { fair, rows } = await this.transactions.run(actor, async (tx) => {
      const found = await viewFair(tx, fairId);
      assertAllowed(organiserRefusal(actor, found));
      return { fair: found, rows: await shownBookings(tx, found, {}, this.clock.now()) };
    });
    const sheet = writeSheet('xlsx', {
      name: '상담 시간표',
      headings: TIMETABLE_HEADINGS,
      rows: eachOf(rows.map(toTimetableRow)),
    });
    return new StreamableFile(sheet, {
      type: SHEET_MEDIA_TYPE.xlsx,
      disposition: attachment(`${fair.name} 상담 시간표.xlsx`),
    });
  }

  deskCalendar(actor: Actor, fairId: string, deskId: string): Promise<StreamableFile> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const desk = (await deskById(tx, fairId, deskId)) ?? refuse('NOT_FOUND');
      assertStands(actor, fair, { desk: deskPlace(desk) });
      const rows = await bookingsOfParty(tx, fair, { deskId });
      return this.calendar(fair, deskNameOf(desk), rows, (row) => ({
        summary: row.supplier_name,
        ...(row.booth === null ? {} : { description: `부스 ${row.booth}` }),
        location: deskNameOf(row),
      }));
    });
  }

  exhibitorCalendar(actor: Actor, fairId: string, exhibitorId: string): Promise<StreamableFile> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const today = this.clock.today();
      const exhibitor = (await exhibitorById(tx, fairId, exhibitorId, today)) ?? refuse('NOT_FOUND');
      assertStands(actor, fair, { exhibitor: { supplierId: exhibitor.supplier_id } });
      const rows = await bookingsOfParty(tx, fair, { exhibitorId });
      return this.calendar(fair, exhibitor.supplier_name, rows, (row) => ({
        summary: deskNameOf(row),
        location: `${fair.name} · ${deskNameOf(row)}`,
      }));
    });
  }

  private calendar(
    fair: FairRow,
    party: string,
    rows: readonly BookingRow[],
    words: (row: BookingRow) => Pick<CalendarEvent, 'summary' | 'description' | 'location'>,
  ): StreamableFile {
    const events = rows.map((row): CalendarEvent => ({
      ...words(row),
      uid: `${row.id}@ieum`,
      sequence: row.version,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      status: CALENDAR_STATUS[row.state],
    }));
    const file = Buffer.from(writeCalendar({ name: `${fair.name} · ${party}`, events }, this.clock.now()));
    return new StreamableFile(file, {
      type: CALENDAR_MEDIA_TYPE,
      disposition: attachment(`${fair.name} ${party}.ics`),
      length: file.length,
    });
  }
}

async function* eachOf<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
