/**
 * Many clients at once who want the same few places of a fair: they book, confirm, move, cancel, restore and let expire,
 * at random. What they drive is not known here (`hands`): the application in the tests, an API process in the bench.
 */

/** Of a hundred attempts, so many are of each kind; where there is nothing to do it with, one books. */
const KINDS = { create: 55, confirm: 12, move: 10, cancel: 12, restore: 6, expire: 5 };
/** After so many attempts the clients look anew what there is to work with. */
const LOOK_EVERY = 250;
/** So many of a hundred who find the desk full wait for it. */
const WAITS = 15;
const TAKEN = /^BOOKING_(DESK_TAKEN|EXHIBITOR_TAKEN|PERSON_TAKEN|PAIR_MEETS)$/;

const KNOWN = `(SELECT id, desk_id, exhibitor_id, slot_id, state, asked_by, version FROM fair_bookings
    WHERE fair_id = $1 AND state IN ('proposed', 'confirmed'))
  UNION ALL (SELECT id, desk_id, exhibitor_id, slot_id, state, asked_by, version FROM fair_bookings
    WHERE fair_id = $1 AND state = 'cancelled' ORDER BY id DESC LIMIT 200)`;

/** @param below a repeatable random whole number from 0 to below the limit */
export async function storm({ parts, hands, below, attempts, clients, seconds = Infinity }) {
  const run = new Storm(parts, hands, below, attempts);
  await run.look();
  const until = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: clients }, () => run.client(until)));
  return run.result;
}

class Storm {
  #parts;
  #hands;
  #below;
  #left;
  #sinceLook = 0;
  #known = new Map();

  constructor(parts, hands, below, attempts) {
    this.#parts = parts;
    this.#hands = hands;
    this.#below = below;
    this.#left = attempts;
    this.result = { attempts: {}, statuses: {}, codes: {}, failures: [], refusals: [], waited: 0 };
  }

  async client(until) {
    while (this.#left > 0 && performance.now() < until) {
      this.#left -= 1;
      this.#sinceLook += 1;
      if (this.#sinceLook >= LOOK_EVERY) await this.look();
      await this.#attempt(this.#kind());
    }
  }

  async look() {
    this.#sinceLook = 0;
    const rows = await this.#hands.sql(KNOWN, [this.#parts.fairId]);
    this.#known = new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          deskId: row.desk_id,
          exhibitorId: row.exhibitor_id,
          slotId: row.slot_id,
          state: row.state,
          askedBy: row.asked_by,
          version: row.version,
        },
      ]),
    );
  }

  #pick(list) {
    return list[this.#below(list.length)];
  }

  #kind() {
    let rest = this.#below(100);
    for (const [kind, share] of Object.entries(KINDS)) {
      rest -= share;
      if (rest < 0) return kind;
    }
    return 'create';
  }

  async #attempt(kind) {
    const booking = kind === 'create' ? undefined : this.#one(kind);
    const done = booking === undefined ? 'create' : kind;
    this.result.attempts[done] = (this.result.attempts[done] ?? 0) + 1;
    if (booking === undefined) return this.#create();
    if (kind === 'confirm') return this.#confirm(booking);
    if (kind === 'move') return this.#move(booking);
    if (kind === 'cancel') return this.#cancel(booking);
    if (kind === 'restore') return this.#restore(booking);
    return this.#hands.expire(booking.id);
  }

  /** A booking that the kind can be tried with. */
  #one(kind) {
    const states = { confirm: ['proposed'], expire: ['proposed'], restore: ['cancelled'] }[kind] ?? [
      'proposed',
      'confirmed',
    ];
    const fitting = [...this.#known.values()].filter(({ state }) => states.includes(state));
    return fitting.length === 0 ? undefined : this.#pick(fitting);
  }

  async #create() {
    const place = {
      deskId: this.#pick(this.#parts.desks).id,
      exhibitorId: this.#pick(this.#parts.exhibitors).id,
      slotId: this.#pick(this.#parts.slotIds),
    };
    const who = this.#pick([{ organiser: true }, { desk: place.deskId }, { exhibitor: place.exhibitorId }]);
    const answer = await this.#send(who, '/bookings', place, place);
    const isFull = answer.status === 409 && answer.body.details?.canWait === true;
    if (!isFull || this.#below(100) >= WAITS) return;
    this.result.waited += 1;
    const entry = this.#below(2) === 0 ? place : { ...place, slotId: null };
    await this.#send({ exhibitor: place.exhibitorId }, '/waiting-list', entry);
  }

  async #confirm(booking) {
    const side = booking.askedBy === 'exhibitor' ? 'desk' : 'exhibitor';
    await this.#send({ [side]: booking[`${side}Id`] }, `/bookings/${booking.id}/accept`);
  }

  async #move(booking) {
    const slotId = this.#pick(this.#parts.slotIds.filter((id) => id !== booking.slotId));
    const deskId = this.#below(2) === 0 ? booking.deskId : this.#pick(this.#parts.desks).id;
    const place = { deskId, exhibitorId: booking.exhibitorId, slotId };
    const body = { slotId, deskId };
    await this.#send({ organiser: true }, `/bookings/${booking.id}/move`, body, place, booking.version);
  }

  async #cancel(booking) {
    const who = this.#pick([
      { organiser: true },
      { desk: booking.deskId },
      { exhibitor: booking.exhibitorId },
    ]);
    await this.#send(who, `/bookings/${booking.id}/cancel`, { reason: '다른 일정' });
  }

  async #restore(booking) {
    await this.#send({ organiser: true }, `/bookings/${booking.id}/restore`, undefined, booking);
  }

  /** @param wanted the place that it is about: a refusal because it is taken is looked at afterwards */
  async #send(who, path, body, wanted, version) {
    const sent = Date.now();
    const answer = await this.#hands.send(who, `/fairs/${this.#parts.fairId}${path}`, body, version);
    const { status } = answer;
    const { result } = this;
    result.statuses[status] = (result.statuses[status] ?? 0) + 1;
    if (status < 300 && answer.body.version !== undefined) this.#known.set(answer.body.id, answer.body);
    if (status < 400) return answer;
    const code = String(answer.body.code);
    result.codes[code] = (result.codes[code] ?? 0) + 1;
    if (code === 'BOOKING_STATE') this.#known.delete(path.split('/')[2]);
    if (status >= 500 && result.failures.length < 10) result.failures.push({ status, path, code });
    if (wanted !== undefined && TAKEN.test(code)) {
      const { deskId, exhibitorId, slotId } = wanted;
      // Whole milliseconds: the window is never narrower than the time between question and answer.
      result.refusals.push({ sent, answered: Date.now() + 1, code, deskId, exhibitorId, slotId });
    }
    return answer;
  }
}
