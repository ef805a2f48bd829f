/**
 * Did anybody have a place twice, and was anybody refused a free one? A trigger of the test writes down every change of a
 * booking in the transaction that makes it, with the time of the statement. From that follows when each place was held:
 *
 * - What is released is held until its UPDATE began, and whoever wants it meanwhile waits for that transaction; so the
 *   times of two rightful holders never overlap, however late their commits are seen.
 * - A refusal was right when somebody held the place at some moment between the question and the answer: the constraint
 *   refuses only because of a row that is committed and that nobody is changing.
 * - A proposal holds its place until held_until, whether or not anybody has cleared it away.
 */

const NOTE = `
  CREATE TABLE fair_storm_notes (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, booking_id uuid NOT NULL, desk_id uuid NOT NULL,
    seat smallint NOT NULL, exhibitor_id uuid NOT NULL, person_id uuid, slot_id uuid NOT NULL, holds boolean NOT NULL,
    held_until timestamptz);
  CREATE FUNCTION fair_storm_note() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO fair_storm_notes (at, booking_id, desk_id, seat, exhibitor_id, person_id, slot_id, holds, held_until)
    VALUES (clock_timestamp(), NEW.id, NEW.desk_id, NEW.seat, NEW.exhibitor_id, NEW.person_id, NEW.slot_id,
      NEW.state IN ('proposed', 'confirmed', 'attended', 'walk_in'), NEW.held_until);
    RETURN NULL;
  END $$;
  CREATE TRIGGER tr_fair_storm_note AFTER INSERT OR UPDATE ON fair_bookings FOR EACH ROW EXECUTE FUNCTION fair_storm_note();`;

const SNAPSHOT = `INSERT INTO fair_storm_notes (at, booking_id, desk_id, seat, exhibitor_id, person_id, slot_id, holds, held_until)
  SELECT clock_timestamp(), id, desk_id, seat, exhibitor_id, person_id, slot_id, true, held_until FROM fair_bookings
  WHERE state IN ('proposed', 'confirmed', 'attended', 'walk_in')`;

const NOTES = `SELECT booking_id, desk_id, seat, exhibitor_id, person_id, slot_id, holds,
    extract(epoch FROM at)::float8 * 1000 AS at, extract(epoch FROM held_until)::float8 * 1000 AS held_until
  FROM fair_storm_notes ORDER BY booking_id, seq`;

const TWICE = (same) => `SELECT count(*)::int AS count FROM fair_bookings a JOIN fair_bookings b
  ON a.id < b.id AND a.during && b.during AND ${same}
  WHERE a.state IN ('proposed', 'confirmed', 'attended', 'walk_in') AND b.state IN ('proposed', 'confirmed', 'attended', 'walk_in')`;

const PARTIES = {
  desk: 'a.desk_id = b.desk_id AND a.seat = b.seat',
  exhibitor: 'a.exhibitor_id = b.exhibitor_id',
  person: 'a.person_id = b.person_id',
};

/** From now on every change of a booking is written down. */
export async function takeNotes(sql) {
  await sql(NOTE);
}

/** Begins anew, with what is held now; nobody may be booking. */
export async function clearNotes(sql) {
  await sql('TRUNCATE fair_storm_notes');
  await sql(SNAPSHOT);
}

/** Pairs of bookings that hold the same seat, enterprise or person at the same time, as they stand now. */
export async function overlapsNow(sql) {
  const counts = {};
  for (const [party, same] of Object.entries(PARTIES)) {
    const [row] = await sql(TWICE(same));
    counts[party] = row.count;
  }
  return counts;
}

/**
 * @param shiftMs how far the application's clock is behind that of the database
 * @returns overlaps at any time of the run, and the refusals of places that nobody held
 */
export async function judge(sql, { parts, refusals, shiftMs = 0 }) {
  const held = heldTimes(await sql(NOTES), shiftMs);
  const unfounded = refusals.filter((refused) => !isFounded(refused, held, parts));
  return {
    overlaps: {
      desk: overlapsOf(held.desk),
      exhibitor: overlapsOf(held.exhibitor),
      person: overlapsOf(held.person),
    },
    unfounded,
  };
}

/** When each place was held, by what it was kept away from. */
function heldTimes(notes, shiftMs) {
  const held = { desk: new Map(), exhibitor: new Map(), person: new Map(), pair: new Map() };
  const add = (map, key, time) => {
    const times = map.get(key);
    if (times === undefined) map.set(key, [time]);
    else times.push(time);
  };
  notes.forEach((note, index) => {
    if (!note.holds) return;
    const next = notes[index + 1];
    const changed = next?.booking_id === note.booking_id ? next.at : Infinity;
    const answered = note.held_until === null ? Infinity : note.held_until + shiftMs;
    const time = { from: note.at, until: changed, valid: Math.min(changed, answered) };
    add(held.desk, `${note.desk_id} ${note.slot_id} ${note.seat}`, time);
    add(held.exhibitor, `${note.exhibitor_id} ${note.slot_id}`, time);
    if (note.person_id !== null) add(held.person, `${note.person_id} ${note.slot_id}`, time);
    add(held.pair, `${note.desk_id} ${note.exhibitor_id}`, time);
  });
  return held;
}

function overlapsOf(map) {
  let count = 0;
  for (const times of map.values()) {
    times.sort((a, b) => a.from - b.from);
    let busy = -Infinity;
    for (const { from, until } of times) {
      if (from < busy) count += 1;
      busy = Math.max(busy, until);
    }
  }
  return count;
}

function isFounded({ code, sent, answered, deskId, exhibitorId, slotId }, held, parts) {
  const wasHeld = (times = []) => times.some(({ from, valid }) => from <= answered && valid >= sent);
  if (code === 'BOOKING_PAIR_MEETS') return wasHeld(held.pair.get(`${deskId} ${exhibitorId}`));
  if (code === 'BOOKING_EXHIBITOR_TAKEN') return wasHeld(held.exhibitor.get(`${exhibitorId} ${slotId}`));
  if (code === 'BOOKING_PERSON_TAKEN') {
    const person = parts.exhibitors.find(({ id }) => id === exhibitorId)?.personId;
    return wasHeld(held.person.get(`${person} ${slotId}`));
  }
  const seats = parts.desks.find(({ id }) => id === deskId)?.seats ?? 1;
  const numbers = Array.from({ length: seats }, (_, index) => index + 1);
  return numbers.every((seat) => wasHeld(held.desk.get(`${deskId} ${slotId} ${seat}`)));
}
