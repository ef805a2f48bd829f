import { Clock } from '../../src/common/clock';
import { Timetable } from '../../src/jobs/timetable/timetable';
import type { World } from './world';

/** The instant that the application takes for now, such as 2026-11-20T05:59:00+09:00. */
export function setNow(world: World, instant: string): void {
  world.app.get(Clock).now = () => new Date(instant);
}

/** Lets the application look at its timetable, once. */
export function look(world: World): Promise<void> {
  return world.app.get(Timetable).look();
}
