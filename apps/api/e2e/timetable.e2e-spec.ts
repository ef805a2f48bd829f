import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Timetable, type TimetableRun } from '../src/jobs/timetable/timetable';
import { look, setNow } from './support/clock';
import { createWorld, type World } from './support/world';

let world: World;
let runs: TimetableRun[];

beforeEach(async () => {
  world = await createWorld();
  runs = [];
});
afterEach(() => world.end());

function register(process: World, work: (run: TimetableRun) => Promise<void> = async () => undefined): void {
  process.app.get(Timetable).register({
    name: 'watering',
    at: '06:00',
    work: async (run) => {
      runs.push(run);
      await work(run);
    },
  });
}

const days = () => runs.map((run) => run.day);

describe('the timetable', () => {
  it('does the work of a day once, from its time on, as the system', async () => {
    register(world);
    setNow(world, '2026-11-20T06:00:00+09:00');
    await look(world);
    await look(world);
    setNow(world, '2026-11-21T05:59:59+09:00');
    await look(world);
    expect(days()).toEqual(['2026-11-20']);
    setNow(world, '2026-11-21T06:00:00+09:00');
    await look(world);
    expect(days()).toEqual(['2026-11-20', '2026-11-21']);
    expect(runs[0]?.actor).toMatchObject({ name: 'system', role: 'admin', institutionId: null });
  });

  it('catches up after days without a process, with the latest day alone', async () => {
    register(world);
    setNow(world, '2026-11-16T07:00:00+09:00');
    await look(world);
    setNow(world, '2026-11-20T03:00:00+09:00');
    await look(world);
    expect(days()).toEqual(['2026-11-16', '2026-11-19']);
  });

  it('is kept by several processes together: one does it, also when they look at the same moment', async () => {
    const other = await createWorld({ beside: world });
    for (const process of [world, other]) {
      register(process);
      setNow(process, '2026-11-20T07:00:00+09:00');
    }
    await Promise.all([look(world), look(other), look(world), look(other)]);
    await look(other);
    expect(days()).toEqual(['2026-11-20']);
    await other.end();
  });

  it('would do it in every process without the lock and the note of the day (control)', async () => {
    const other = await createWorld({ beside: world });
    for (const process of [world, other]) {
      register(process);
      setNow(process, '2026-11-20T07:00:00+09:00');
    }
    await look(world);
    await world.database.sql('TRUNCATE timetable_runs');
    await look(other);
    expect(days()).toEqual(['2026-11-20', '2026-11-20']);
    await other.end();
  });

  it('tries again some time after a failure, and not at once', async () => {
    let fails = true;
    register(world, async () => {
      if (fails) throw new Error('no water');
    });
    setNow(world, '2026-11-20T06:00:00+09:00');
    await look(world);
    setNow(world, '2026-11-20T06:09:00+09:00');
    await look(world);
    expect(days()).toHaveLength(1);
    fails = false;
    setNow(world, '2026-11-20T06:10:00+09:00');
    await look(world);
    setNow(world, '2026-11-20T12:00:00+09:00');
    await look(world);
    expect(days()).toEqual(['2026-11-20', '2026-11-20']);
  });

  it('takes up what a process left that died in the middle of it', async () => {
    register(world);
    await world.database.sql(
      `INSERT INTO timetable_runs (name, day, started_at) VALUES ('watering', '2026-11-20', '2026-11-20T06:00:00+09:00')`,
    );
    setNow(world, '2026-11-20T06:30:00+09:00');
    await look(world);
    expect(days()).toEqual(['2026-11-20']);
    const [row] = await world.database.sql<{ attempts: number; done: boolean }>(
      `SELECT attempts, finished_at IS NOT NULL AS done FROM timetable_runs WHERE name = 'watering'`,
    );
    expect(row).toEqual({ attempts: 2, done: true });
  });

  it('knows each name once and asks for a time of day', () => {
    register(world);
    expect(() => register(world)).toThrow('two entries');
    const timetable = world.app.get(Timetable);
    expect(() => timetable.register({ name: 'never', at: '25:00', work: async () => undefined })).toThrow(
      'no time',
    );
  });
});
