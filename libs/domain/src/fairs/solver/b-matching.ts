import { FlowNetwork } from './flow-network';
import { slotClasses, type OpenFair } from './open-fair';
import type { PlacePrices } from './schedule-bound';

/** The meetings to hold, each with a class of slots, and the prices that prove that no other choice is worth more. */
export interface Choice {
  /** by pair: the class in which the desk has a seat for it, null = not chosen */
  readonly classOfPair: readonly (number | null)[];
  readonly prices: PlacePrices;
}

/**
 * The meetings of greatest value under the seats of every desk in every class of slots and the ceilings of the
 * exhibitors; floors first. A b-matching of greatest weight, as a flow source → exhibitor → pair → desk in a class →
 * sink. All that it leaves out is that an exhibitor cannot meet two desks at once, so it is never worth less than the
 * best schedule.
 */
export function bestChoice(fair: OpenFair, classes: readonly number[] = slotClasses(fair)): Choice {
  const { pairs, floorReward } = fair;
  const classCount = Math.max(-1, ...classes) + 1;
  const exhibitors = fair.floors.length;
  const desks = fair.freeSeats.length;
  const [source, sink] = [0, 1];
  const exhibitorNode = (exhibitor: number) => 2 + exhibitor;
  const deskNode = (desk: number, group: number) => 2 + exhibitors + desk * classCount + group;
  const firstPairNode = 2 + exhibitors + desks * classCount;
  const network = new FlowNetwork(firstPairNode + pairs.length);
  const heaviest = pairs.reduce((most, { weight }) => Math.max(most, weight), 0);

  fair.floors.forEach((floor, at) => {
    network.addArc(source, exhibitorNode(at), floor, 0);
    network.addArc(source, exhibitorNode(at), fair.ceilings[at]! - floor, floorReward);
  });
  fair.freeSeats.forEach((row, desk) => {
    const places = new Array<number>(classCount).fill(0);
    row.forEach((seats, slot) => (places[classes[slot]!]! += seats));
    places.forEach((count, group) => network.addArc(deskNode(desk, group), sink, count, 0));
  });
  const arcs = pairs.map(({ desk, exhibitor, weight, slots }, at) => {
    const groups = [...new Set(slots.map((slot) => classes[slot]!))];
    const from = exhibitorNode(exhibitor);
    const cost = heaviest - weight;
    if (groups.length === 1)
      return groups.map((group) => ({ group, arc: network.addArc(from, deskNode(desk, group), 1, cost) }));
    network.addArc(from, firstPairNode + at, 1, cost);
    return groups.map((group) => ({
      group,
      arc: network.addArc(firstPairNode + at, deskNode(desk, group), 1, 0),
    }));
  });

  const worth = heaviest + floorReward;
  network.send(source, sink, worth);
  const priceOfSeat = (desk: number, slot: number) =>
    Math.max(0, worth - network.potentials[deskNode(desk, classes[slot]!)]!);
  return {
    classOfPair: arcs.map((ways) => ways.find(({ arc }) => network.flowOf(arc) > 0)?.group ?? null),
    prices: {
      seats: fair.freeSeats.map((row, desk) => row.map((_, slot) => priceOfSeat(desk, slot))),
      exhibitors: fair.floors.map((_, at) => network.potentials[exhibitorNode(at)]! - floorReward),
    },
  };
}
