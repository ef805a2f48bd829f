import { Injectable } from '@nestjs/common';
import { koreanDay, type Day } from '@ieum/domain';

/** The one source of "now"; tests replace it. Rules receive `today` as an argument. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The day in Korea, whatever the server's time zone. */
  today(): Day {
    return koreanDay(this.now());
  }
}
