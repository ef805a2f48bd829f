import { Injectable } from '@nestjs/common';
import { areaReachOf } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { Transactions } from '../../database/transactions';
import type { VisitPlanningPageDto, VisitPlanningQuery } from './dto/visit-planning.dto';
import { offeredKindsOf, planInstitutions } from './visit-planning.queries';

/** Where to go next: time since the last visit, what is needed, and who lags behind a target. */
@Injectable()
export class VisitPlanningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: VisitPlanningQuery): Promise<VisitPlanningPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const key = decodeCursor(query.cursor, ['int4', 'text', 'id']);
    const after = key === undefined ? null : ([Number(key[0]), String(key[1]), String(key[2])] as const);
    const today = this.clock.today();
    return this.transactions.run(actor, async (tx) => {
      const reach = areaReachOf(actor, 'support-work:read');
      const rows = await planInstitutions(tx, reach, query, today, after, limit + 1);
      const page = pageOf(rows, limit, (row) => [row.rank, row.institutionName, row.institutionId]);
      const behind = page.items.filter((row) => row.departmentsUnderTarget > 0);
      const kinds = await offeredKindsOf(
        tx,
        behind.map((row) => row.institutionId),
        today,
      );
      const items = page.items.map((row) => ({
        institutionId: row.institutionId,
        institutionName: row.institutionName,
        kind: row.kind,
        areaId: row.areaId,
        areaName: row.areaName,
        lastVisitedOn: row.lastVisitedOn,
        plannedOn: row.plannedOn,
        openNeeds: row.openNeeds,
        departmentsUnderTarget: row.departmentsUnderTarget,
        offeredKinds: kinds.get(row.institutionId) ?? [],
      }));
      return { items, nextCursor: page.nextCursor };
    });
  }
}
