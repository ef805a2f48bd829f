import { Injectable } from '@nestjs/common';
import {
  followUpAfter,
  MEETING_INTERESTS,
  MEETING_NEXT_STEPS,
  meetingOutcomeRefusal,
  resultRefusal,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import type { MeetingResultDto, PutMeetingResultDto } from '../dto/fair-day.dto';
import { bookingById, partiesOf, type BookingRow } from '../bookings/bookings.queries';
import { enterFair, standsOf, viewFair } from '../fair-room';
import {
  insertResult,
  resultOf,
  toMeetingResultDto,
  type ResultRow,
  type WrittenResult,
} from './meeting-results.queries';
import { daysOf, lockOwnMeeting, meetingOfDay } from './own-meeting';

/** What came of a meeting, in two taps at the desk. The last word holds; the audit log keeps the others. */
@Injectable()
export class MeetingResultsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The enterprise reads interest and next step of its own meeting; what the desk noted stays with the desk. */
  get(actor: Actor, fairId: string, bookingId: string): Promise<MeetingResultDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const stands = standsOf(actor, fair, partiesOf(await bookingById(tx, fairId, bookingId)));
      if (stands.length === 0) refuse('NOT_FOUND');
      const result = (await resultOf(tx, bookingId)) ?? refuse('NOT_FOUND');
      return toMeetingResultDto(
        result,
        stands.some((stand) => stand !== 'exhibitor'),
      );
    });
  }

  /** A confirmed meeting has taken place once its result is there. The same said again changes nothing. */
  put(actor: Actor, fairId: string, bookingId: string, body: PutMeetingResultDto): Promise<MeetingResultDto> {
    const written = {
      interest: MEETING_INTERESTS.find((one) => one === body.interest) ?? refuse('FAIR_RESULT_INVALID'),
      next_step: MEETING_NEXT_STEPS.find((one) => one === body.nextStep) ?? refuse('FAIR_RESULT_INVALID'),
      expected_value_krw: body.expectedValueKrw ?? null,
      note: noteOf(body),
    };
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const meeting = await lockOwnMeeting(tx, actor, fair, bookingId);
      assertAllowed(resultRefusal(daysOf(fair), meetingOfDay(meeting), this.clock.today()));
      assertAllowed(
        meetingOutcomeRefusal({
          nextStep: written.next_step,
          expectedValueKrw: written.expected_value_krw,
        }),
      );
      if (meeting.state === 'confirmed')
        await tx.updateVersion('fair_bookings', { id: meeting.id }, meeting.version, { state: 'attended' });
      await this.write(tx, fairId, meeting, written);
      return toMeetingResultDto((await resultOf(tx, bookingId)) ?? refuse('NOT_FOUND'), true);
    });
  }

  private async write(tx: Tx, fairId: string, meeting: BookingRow, written: WrittenResult): Promise<void> {
    const before = await resultOf(tx, meeting.id);
    if (before !== undefined && isSame(before, written)) return;
    const said = before && { state: before.follow_up, nextStep: before.next_step };
    const followUp = followUpAfter(said ?? null, written.next_step);
    const columns = {
      ...written,
      follow_up: followUp,
      recorded_by: tx.actor.userId,
      recorded_at: this.clock.now(),
    };
    if (before === undefined) {
      const { id, institution_id, supplier_id } = meeting;
      return insertResult(tx, { booking_id: id, fair_id: fairId, institution_id, supplier_id, ...columns });
    }
    await tx.updateVersion('fair_results', { booking_id: meeting.id }, before.version, {
      ...columns,
      ...(followUp === 'closed' ? {} : { close_reason: null }),
    });
  }
}

function noteOf({ note }: PutMeetingResultDto): string | null {
  const said = note?.trim() ?? '';
  return said === '' ? null : said;
}

function isSame(row: ResultRow, written: WrittenResult): boolean {
  return (
    row.interest === written.interest &&
    row.next_step === written.next_step &&
    row.expected_value_krw === written.expected_value_krw &&
    row.note === written.note
  );
}
