import { randomFrom } from './options.mjs';

/** The chance of a wish: many want those at the head of the list, few those at its end. */
const interest = (desk, exhibitor) => 0.6 * (1 - desk) ** 2 * (1 - exhibitor) ** 2;

/** A random fair. Unless the wishes go to the popular, nearly everybody would meet nearly everybody: the worst to solve. */
export function fairOf({ desks, exhibitors, slots, weights }, seed, scene) {
  const random = randomFrom(seed);
  const names = (letter, count) => Array.from({ length: count }, (_, at) => `${letter}${at}`);
  const slotIds = names('s', slots);
  const half = Math.ceil(slots / 2);
  const there = {
    always: () => slotIds,
    'half days': () => random.pick([slotIds, slotIds, slotIds.slice(0, half), slotIds.slice(half)]),
    scattered: () => slotIds.filter(() => random.next() < 0.6),
  }[scene.there];
  const deskRows = names('d', desks).map((id, at) => ({ id, seats: at % 10 === 0 ? 2 : 1, slots: there() }));
  const exhibitorRows = names('e', exhibitors).map((id) => ({
    id,
    slots: there(),
    floor: scene.limits ? 2 : 0,
    ceiling: scene.limits ? 8 : null,
  }));
  const sides = ['desk', 'exhibitor'];
  const wishes = deskRows.flatMap(({ id: deskId }, desk) =>
    exhibitorRows.flatMap(({ id: exhibitorId }, exhibitor) =>
      sides
        .filter(() => random.next() < (scene.popular ? interest(desk / desks, exhibitor / exhibitors) : 0.8))
        .map((by) => ({ deskId, exhibitorId, by, weight: 1 + random.below(scene.popular ? 5 : weights) })),
    ),
  );
  return { slots: slotIds, desks: deskRows, exhibitors: exhibitorRows, wishes, locked: [], seed };
}

export function weightsOf(question) {
  const weights = new Map();
  for (const { deskId, exhibitorId, weight } of question.wishes) {
    const key = `${deskId} ${exhibitorId}`;
    const pair = weights.get(key) ?? { deskId, exhibitorId, weight: 0 };
    weights.set(key, { ...pair, weight: pair.weight + weight });
  }
  return [...weights.values()];
}

/** What a spreadsheet does: the heaviest pair first, each in the first slot in which both are free. Knows no floors. */
export function greedySchedule(question) {
  const seats = new Map(
    question.desks.map((desk) => [desk.id, new Map(desk.slots.map((slot) => [slot, desk.seats]))]),
  );
  const free = new Map(question.exhibitors.map(({ id, slots }) => [id, new Set(slots)]));
  const left = new Map(question.exhibitors.map(({ id, ceiling }) => [id, ceiling ?? Infinity]));
  let preference = 0;
  const take = ({ deskId, exhibitorId, slot }, weight) => {
    seats.get(deskId).set(slot, (seats.get(deskId).get(slot) ?? 0) - 1);
    free.get(exhibitorId).delete(slot);
    left.set(exhibitorId, left.get(exhibitorId) - 1);
    preference += weight;
  };
  const pairs = weightsOf(question).sort((one, other) => other.weight - one.weight);
  const key = ({ deskId, exhibitorId }) => `${deskId} ${exhibitorId}`;
  const weightOf = new Map(pairs.map((pair) => [key(pair), pair.weight]));
  const locked = new Set(question.locked.map(key));
  for (const one of question.locked) take(one, weightOf.get(key(one)) ?? 0);
  for (const pair of pairs) {
    if (locked.has(key(pair)) || left.get(pair.exhibitorId) <= 0) continue;
    const mine = free.get(pair.exhibitorId);
    const slot = question.slots.find((one) => mine.has(one) && (seats.get(pair.deskId).get(one) ?? 0) > 0);
    if (slot) take({ ...pair, slot }, pair.weight);
  }
  const meetings = new Map(
    question.exhibitors.map(({ id, slots }) => [id, slots.length - free.get(id).size]),
  );
  const belowFloor = question.exhibitors.filter(({ id, floor }) => meetings.get(id) < floor).length;
  return { preference, belowFloor };
}

/** The same choice as a linear program (CPLEX text) for a solver that knows nothing of ours; all are there all the time. */
export function linearProgram(question) {
  const pairs = weightsOf(question);
  const name = ({ deskId, exhibitorId }) => `${deskId}_${exhibitorId}`;
  const of = (field, id) => pairs.filter((pair) => pair[field] === id).map(name);
  const lines = (terms) => terms.join(' + ').replace(/(.{1,200}) /g, '$1\n ');
  const slots = question.slots.length;
  return [
    'Maximize',
    ` obj: ${lines(pairs.map((pair) => `${pair.weight} ${name(pair)}`))}`,
    'Subject To',
    ...question.desks.map(({ id, seats }) => `${id}: ${lines(of('deskId', id))} <= ${seats * slots}`),
    ...question.exhibitors.flatMap(({ id, floor, ceiling }) => [
      `${id}: ${lines(of('exhibitorId', id))} <= ${Math.min(slots, ceiling ?? slots)}`,
      ...(floor > 0 ? [`f${id}: ${lines(of('exhibitorId', id))} >= ${floor}`] : []),
    ]),
    'Bounds',
    ...pairs.map((pair) => `${name(pair)} <= 1`),
    'End',
  ].join('\n');
}

/** Everybody who is in two places, meets twice, or has lost a lock. */
export function clashesOf(question, meetings) {
  const wrong = [];
  const once = (keyOf, limitOf, what) => {
    const counts = new Map();
    for (const one of meetings) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
    for (const [key, count] of counts) if (count > limitOf(key)) wrong.push(`${what} ${key}: ${count}`);
  };
  const seats = new Map(question.desks.map((desk) => [desk.id, desk.seats]));
  once(
    (one) => `${one.deskId} ${one.exhibitorId}`,
    () => 1,
    'pair',
  );
  once(
    (one) => `${one.exhibitorId} ${one.slot}`,
    () => 1,
    'exhibitor',
  );
  once(
    (one) => `${one.deskId} ${one.slot}`,
    (key) => seats.get(key.split(' ')[0]),
    'desk',
  );
  const held = new Set(meetings.map((one) => `${one.deskId} ${one.exhibitorId} ${one.slot}`));
  for (const one of question.locked)
    if (!held.has(`${one.deskId} ${one.exhibitorId} ${one.slot}`)) wrong.push(`lock of ${one.exhibitorId}`);
  return wrong;
}
