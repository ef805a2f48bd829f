import { TestEnvironment } from 'jest-environment-node';

/**
 * A process in another time zone: a spec names it by `@time-zone` beside `@jest-environment`. The tests see only a copy
 * of `process.env`; a zone has to be set in the true one, and is taken back before the next file.
 */
export default class TimeZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.zone = context.docblockPragmas['time-zone'];
    if (typeof this.zone !== 'string') throw new Error(`${context.testPath}: @time-zone names no zone`);
  }

  async setup() {
    await super.setup();
    this.zoneBefore = process.env.TZ;
    process.env.TZ = this.zone;
  }

  async teardown() {
    if (this.zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = this.zoneBefore;
    await super.teardown();
  }
}
