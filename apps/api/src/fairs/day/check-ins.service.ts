import { Injectable } from '@nestjs/common';
import { checkInRefusal, tidyCheckInCode } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions } from '../../database/transactions';
import { partiesOf, toBookingDto } from '../bookings/bookings.queries';
import type { CheckedInDto, CheckInDto } from '../dto/fair-day.dto';
import { enterFair, standsOf } from '../fair-room';
import { standingAt } from '../fair-standing';
import { bookingsOfDay, exhibitorByCode, keepCheckIn } from './check-ins.queries';
import { daysOf } from './own-meeting';

/** Who has come, by the code on paper or phone: said by the organiser, at any desk, or by the enterprise itself. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The first time is kept. An unknown code and somebody else's are the same to who may not see the other one. The answer
   * shows the meetings of the day that the actor may see.
   */
  checkIn(actor: Actor, fairId: string, body: CheckInDto): Promise<CheckedInDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const [{ stands }, exhibitor] = await Promise.all([
        standingAt(tx, fair),
        exhibitorByCode(tx, fairId, tidyCheckInCode(body.code)),
      ]);
      const isByStaff = stands.some((stand) => stand !== 'exhibitor');
      if (exhibitor === undefined) return refuse('CHECK_IN_CODE_UNKNOWN');
      const { supplier_id: supplierId } = exhibitor;
      const isOwn = standsOf(actor, fair, { exhibitor: { supplierId } }).length > 0;
      if (!isByStaff && !isOwn) refuse('CHECK_IN_CODE_UNKNOWN');
      const today = this.clock.today();
      const { day = today } = body;
      assertAllowed(checkInRefusal(daysOf(fair), exhibitor.state, { day, isByStaff }, today));
      const at = await keepCheckIn(tx, fairId, exhibitor, day, this.clock.now());
      const bookings = await bookingsOfDay(tx, exhibitor.id, day);
      return {
        exhibitorId: exhibitor.id,
        supplierId,
        supplierName: exhibitor.supplier_name,
        booth: exhibitor.booth,
        day,
        checkedInAt: at.toISOString(),
        bookings: bookings
          .filter((row) => standsOf(actor, fair, partiesOf(row)).length > 0)
          .map(toBookingDto),
      };
    });
  }
}
