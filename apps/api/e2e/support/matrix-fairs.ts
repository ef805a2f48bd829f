import type { TestDatabase } from './database';
import { heldFair, insertRow, type FairDesk, type HeldFair } from './held-fair';

interface Place {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly userId: string;
  readonly supplierId: string;
  /** who meets at the same fair next to them: a desk of another institution and another enterprise */
  readonly beside: {
    readonly institutionId: string;
    readonly supplierId: string;
    readonly text: string;
  } | null;
}

/**
 * An announced fair of the institution that takes place today: the department's desk met the enterprise, which has the code
 * of the contract's example, and so did the guests. What is announced to everybody has a neutral name; the texts stand
 * where only the two who met and the organiser may read.
 */
export async function fairOf(
  database: TestDatabase,
  { institutionId, departmentId, userId, supplierId, beside }: Place,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const fair = await heldFair({ database }, institutionId, { days: ['2016-06-15'], slots: 6 });
  const desk = await fair.desk(institutionId, { id: departmentId, name: '상담 부서' });
  const own = { desk, supplierId, userId, code: 'K7M4QX', text };
  const parties = await meetingOf(database, fair, own);
  if (beside !== null) {
    const guest = await fair.desk(beside.institutionId);
    await meetingOf(database, fair, { ...beside, desk: guest, userId, code: 'R8N5YZ' });
  }
  const scheduleId = await insertRow({ database }, 'fair_schedules', {
    fair_id: fair.id,
    seed: 1,
    state: 'failed',
    created_by: userId,
  });
  const ids = { fairs: fair.id, 'public-fairs': fair.id, slotId: fair.slotIds[3] ?? '', scheduleId };
  return { ...ids, ...parties };
}

interface Meeting {
  readonly desk: FairDesk;
  readonly supplierId: string;
  readonly userId: string;
  readonly code: string;
  readonly text: string;
}

/** All that is written down of a desk and an enterprise: who comes, what was agreed, recorded, wished and said. */
async function meetingOf(
  database: TestDatabase,
  fair: HeldFair,
  { desk, supplierId, userId, code, text }: Meeting,
): Promise<Readonly<Record<string, string>>> {
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    insertRow({ database }, table, { fair_id: fair.id, ...row });
  const made = { check_in_code: code, decision_reason: text, created_by: userId };
  const exhibitor = await fair.exhibitor(supplierId, made);
  await insert('fair_representatives', {
    exhibitor_id: exhibitor.id,
    supplier_id: supplierId,
    name: text,
    email: `${code}@supplier.example`,
  });
  const bookingId = await fair.booking(desk, exhibitor, 0, 'attended', { created_by: userId });
  const both = { institution_id: desk.institutionId, supplier_id: supplierId };
  await insert('fair_results', {
    booking_id: bookingId,
    ...both,
    interest: 'some',
    next_step: 'later',
    note: text,
    follow_up: 'open',
    recorded_by: userId,
  });
  await fair.booking(desk, exhibitor, 1, 'cancelled', { cancel_reason: text, cancelled_by: 'desk' });
  const pair = { desk_id: desk.id, exhibitor_id: exhibitor.id, ...both };
  const waitingId = await insert('fair_waiting', {
    ...pair,
    slot_id: fair.slotIds[2],
    created_by: userId,
  });
  for (const by of ['desk', 'exhibitor']) await insert('fair_wishes', { ...pair, by, weight: 3 });
  const said = { score: 4, comment: text, created_by: userId };
  await insert('fair_feedback', { ...said, desk_id: desk.id, institution_id: desk.institutionId });
  await insert('fair_feedback', { ...said, exhibitor_id: exhibitor.id, supplier_id: supplierId });
  return { deskId: desk.id, exhibitorId: exhibitor.id, bookingId, waitingId };
}
