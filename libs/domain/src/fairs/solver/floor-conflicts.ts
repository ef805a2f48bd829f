import { FlowNetwork } from './flow-network';
import { NOT_MET, type Plan } from './open-fair';
import type { NumberedFair } from './schedule-question';
import type { FloorConflict } from './schedule-terms';

/**
 * Why floors are not met, by name. A flow that serves floors only is as large as can be; what an exhibitor that stays
 * below its floor can still reach in it is a least cut: those exhibitors together need more than those desks, and all
 * else they wish for, can give. Who is below the floor without such a cut has places, but not at times that fit.
 * @param floors by exhibitor: what is missing beside the locked meetings, even beyond its ceiling
 * @param isOptimal the plan is proven, and with it that no other fills more places of floors
 */
export function floorConflicts(
  { fair, deskIds, exhibitorIds }: NumberedFair,
  plan: Plan,
  floors: readonly number[],
  isOptimal: boolean,
): FloorConflict[] {
  const gained = floors.map(() => 0);
  fair.pairs.forEach(({ exhibitor }, at) => (gained[exhibitor]! += plan[at] === NOT_MET ? 0 : 1));
  const short = floors.flatMap((floor, at) => (gained[at]! < floor ? [at] : []));
  if (short.length === 0) return [];

  const [source, sink] = [0, 1];
  const wish = (exhibitor: number) => 2 + exhibitor;
  const limit = (exhibitor: number) => 2 + floors.length + exhibitor;
  const desk = (at: number) => 2 + 2 * floors.length + at;
  const network = new FlowNetwork(2 + 2 * floors.length + deskIds.length);
  const served = floors.map((floor, at) => network.addArc(source, wish(at), floor, 0));
  fair.ceilings.forEach((ceiling, at) => network.addArc(wish(at), limit(at), ceiling, 0));
  for (const pair of fair.pairs) network.addArc(limit(pair.exhibitor), desk(pair.desk), 1, 0);
  fair.freeSeats.forEach((row, at) =>
    network.addArc(
      desk(at),
      sink,
      row.reduce((sum, seats) => sum + seats, 0),
      0,
    ),
  );
  network.send(source, sink, 1);

  const conflicts: FloorConflict[] = [];
  const explained = new Set<number>();
  const sum = (list: readonly number[], of: (at: number) => number) =>
    list.reduce((all, at) => all + of(at), 0);
  for (const [start, floor] of floors.entries()) {
    if (explained.has(start) || network.flowOf(served[start]!) === floor) continue;
    const reached = network.reachableFrom(wish(start), source);
    const exhibitors = floors.flatMap((_, at) => (reached[wish(at)] ? [at] : []));
    for (const at of exhibitors) explained.add(at);
    conflicts.push({
      exhibitorIds: exhibitors.map((at) => exhibitorIds[at]!).sort(),
      deskIds: deskIds.filter((_, at) => reached[desk(at)]).sort(),
      needed: sum(exhibitors, (at) => floors[at]!),
      possible: sum(exhibitors, (at) => network.flowOf(served[at]!)),
      cause: 'places',
      isProven: true,
    });
  }
  for (const at of short.filter((one) => !explained.has(one))) {
    const wanted = fair.pairs.filter(({ exhibitor }) => exhibitor === at);
    conflicts.push({
      exhibitorIds: [exhibitorIds[at]!],
      deskIds: wanted.map((pair) => deskIds[pair.desk]!).sort(),
      needed: floors[at]!,
      possible: gained[at]!,
      cause: 'slots',
      isProven: isOptimal,
    });
  }
  return conflicts.sort((one, other) => (one.exhibitorIds.join() < other.exhibitorIds.join() ? -1 : 1));
}
