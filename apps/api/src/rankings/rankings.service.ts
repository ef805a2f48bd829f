import { Injectable } from '@nestjs/common';
import {
  SOCIAL_ECONOMY,
  accessRefusal,
  averageRate,
  scopeOf,
  type Day,
  type RankingOrder,
} from '@ieum/domain';
import { systemActor, type Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { InvalidInput } from '../common/invalid-input';
import { refuse } from '../common/refused';
import { Transactions } from '../database/transactions';
import type { RankingDto, RankingQuery, RankingRowDto, RankingScope } from './dto/ranking.dto';
import { findLatestPublication } from './publication.queries';
import { rowsInOrder, snapshotOf, type RankingSnapshot, type SnapshotRow } from './ranking-snapshot';
import { readStanding } from './standing.queries';

interface Asked {
  readonly scope: RankingScope;
  readonly institutionId: string | null;
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly order: RankingOrder;
  readonly group: string | null;
  readonly asOf: Day | undefined;
}

@Injectable()
export class RankingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Live for those who may see it; everybody else gets what was published last, or NOT_FOUND. */
  ranking(actor: Actor, query: RankingQuery): Promise<RankingDto> {
    const scope = query.scope ?? 'departments';
    const asked: Asked = {
      scope,
      institutionId: scope === 'districts' ? null : institutionOf(actor, query),
      fiscalYear: query.fiscalYear,
      scheme: query.scheme ?? SOCIAL_ECONOMY,
      order: query.order ?? 'rate',
      group: query.group ?? null,
      asOf: query.asOf,
    };
    return maySeeLive(actor, asked) ? this.live(actor, asked) : this.published(actor, asked);
  }

  private live(actor: Actor, asked: Asked): Promise<RankingDto> {
    const today = this.clock.today();
    const until = asked.asOf !== undefined && asked.asOf < today ? asked.asOf : null;
    // The comparison of districts shows one sum of each to whoever holds that permission, but row security shows a
    // manager one's own institution only: this read, and nothing else, goes round it.
    const reader = asked.scope === 'districts' ? systemActor(actor.requestId) : actor;
    return this.transactions.run(reader, async (tx) => {
      const snapshot = snapshotOf(await readStanding(tx, { ...asked, until, adjustedUntil: null }));
      return viewOf(snapshot, asked, {
        source: 'live',
        asOf: until ?? today,
        until,
        publicationId: null,
        publicationVersion: null,
      });
    });
  }

  private published(actor: Actor, asked: Asked): Promise<RankingDto> {
    return this.transactions.run(actor, async (tx) => {
      const found = (await findLatestPublication(tx, asked)) ?? refuse('NOT_FOUND');
      return viewOf(found.snapshot, asked, {
        source: 'published',
        asOf: found.asOf,
        until: null,
        publicationId: found.id,
        publicationVersion: found.version,
      });
    });
  }
}

function institutionOf(actor: Actor, query: RankingQuery): string {
  const institutionId = query.institutionId ?? actor.institutionId;
  if (institutionId === null) throw InvalidInput.of('institutionId', 'required', 'must be given');
  return institutionId;
}

function maySeeLive(actor: Actor, asked: Asked): boolean {
  if (asked.institutionId === null) return scopeOf(actor, 'district-ranking:read') === 'all';
  return accessRefusal(actor, 'ranking:read', { institutionId: asked.institutionId }) === null;
}

interface Source {
  readonly source: 'live' | 'published';
  readonly asOf: Day;
  readonly until: Day | null;
  readonly publicationId: string | null;
  readonly publicationVersion: number | null;
}

function viewOf(snapshot: RankingSnapshot, asked: Asked, { until, ...source }: Source): RankingDto {
  const rows = rowsInOrder(snapshot, asked.order).filter(
    (row) => asked.group === null || row.group === asked.group,
  );
  const ranked = rows.filter((row) => row.ranks[asked.order].rank !== null).length;
  const { scope, institutionId, fiscalYear, scheme, order, group } = asked;
  return {
    ...source,
    scope,
    institutionId,
    fiscalYear,
    scheme,
    order,
    group,
    policy: snapshot.policy,
    items: rows.map((row) => rowDto(row, asked, source.source === 'live' ? { until } : null)),
    average:
      group === null
        ? snapshot.average
        : averageRate(
            rows.map((row) => row.achievementRate),
            snapshot.policy,
          ),
    ranked,
    unranked: rows.length - ranked,
  };
}

function rowDto(row: SnapshotRow, asked: Asked, live: { readonly until: Day | null } | null): RankingRowDto {
  const { subjectId, name, group, targetKrw, actualKrw, previousKrw, achievementRate, growthRate } = row;
  const isDistrict = asked.scope === 'districts';
  return {
    subjectId,
    name,
    group,
    ...row.ranks[asked.order],
    targetKrw,
    actualKrw,
    previousKrw,
    achievementRate,
    growthRate,
    rows:
      live === null
        ? null
        : {
            institutionId: isDistrict ? subjectId : asked.institutionId,
            fiscalYear: asked.fiscalYear,
            scheme: asked.scheme,
            departmentId: isDistrict ? null : subjectId,
            month: null,
            to: live.until,
          },
  };
}
