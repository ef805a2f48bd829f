import type { TestDatabase } from './database';
import { heldFair, insertRow } from './held-fair';

interface Place {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly userId: string;
  readonly supplierId: string;
}

/**
 * An announced fair of the institution that takes place today: the department's desk, the enterprise as an exhibitor with
 * the code of the contract's example, a confirmed and a cancelled meeting, one with a result, somebody who waits, and a
 * schedule. What is announced to everybody has a neutral name; the text stands where only participants may read.
 */
export async function fairOf(
  database: TestDatabase,
  { institutionId, departmentId, userId, supplierId }: Place,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const world = { database };
  const fair = await heldFair(world, institutionId, { days: ['2016-06-15'], slots: 6 });
  const desk = await fair.desk(institutionId, { id: departmentId, name: '상담 부서' });
  const exhibitor = await fair.exhibitor(supplierId, {
    check_in_code: 'K7M4QX',
    decision_reason: text,
    created_by: userId,
  });
  await insertRow(world, 'fair_representatives', {
    exhibitor_id: exhibitor.id,
    fair_id: fair.id,
    supplier_id: supplierId,
    name: text,
    email: 'person@supplier.example',
  });
  const bookingId = await fair.booking(desk, exhibitor, 0, 'attended', { created_by: userId });
  await insertRow(world, 'fair_results', {
    booking_id: bookingId,
    fair_id: fair.id,
    institution_id: institutionId,
    supplier_id: supplierId,
    interest: 'some',
    next_step: 'later',
    note: text,
    follow_up: 'open',
    recorded_by: userId,
  });
  await fair.booking(desk, exhibitor, 1, 'cancelled', { cancel_reason: text, cancelled_by: 'desk' });
  const party = { fair_id: fair.id, desk_id: desk.id, exhibitor_id: exhibitor.id };
  const waitingId = await insertRow(world, 'fair_waiting', {
    ...party,
    institution_id: institutionId,
    supplier_id: supplierId,
    slot_id: fair.slotIds[2],
    created_by: userId,
  });
  await insertRow(world, 'fair_wishes', {
    ...party,
    institution_id: institutionId,
    supplier_id: supplierId,
    by: 'desk',
    weight: 3,
  });
  const scheduleId = await insertRow(world, 'fair_schedules', {
    fair_id: fair.id,
    seed: 1,
    state: 'failed',
    created_by: userId,
  });
  return {
    fairs: fair.id,
    'public-fairs': fair.id,
    deskId: desk.id,
    exhibitorId: exhibitor.id,
    slotId: fair.slotIds[3] ?? '',
    bookingId,
    waitingId,
    scheduleId,
  };
}
