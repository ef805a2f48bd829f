import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolSizeOf } from '../../database/data-source';
import { Lane } from '../../database/lane';

/** Five hundred who want one place at the opening are all answered within this time, on two busy cores. */
const CROWD_PATIENCE_MS = 30_000;

/** Whoever books waits for those who book, and never keeps everybody else from a connection. */
@Injectable()
export class BookingCrowd {
  private readonly lane: Lane;

  constructor(dataSource: DataSource) {
    this.lane = new Lane(Math.max(1, Math.floor(poolSizeOf(dataSource) / 2)), CROWD_PATIENCE_MS);
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return this.lane.run(work);
  }
}
