import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  teamChangeRefusal,
  teamEndRefusal,
  teamMemberRefusal,
  teamTargetsRefusal,
  tidyLine,
  type Permission,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { InstitutionsService } from '../../institutions/institutions.service';
import type {
  CreateSupportTeamDto,
  ListSupportTeamsQuery,
  PutTeamTargetsDto,
  SupportTeamDto,
  SupportTeamPageDto,
} from './dto/support-team.dto';
import {
  lockTeam,
  memberFacts,
  putMembers,
  putTargets,
  searchTeams,
  teamById,
  toTeamDto,
  type TeamRow,
} from './support-teams.queries';

/** The teams of the districts: who belongs to them and what they are to reach. The centre manages, advisers read. */
@Injectable()
export class SupportTeamsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
  ) {}

  list(actor: Actor, query: ListSupportTeamsQuery): Promise<SupportTeamPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [null, null];
    const reach = areaReachOf(actor, 'support-team:read');
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchTeams(tx, reach, query.includeEnded === true, [name, id], limit + 1);
      return pageOf(rows.map(toTeamDto), limit, (row) => [row.name, row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<SupportTeamDto> {
    return this.transactions.run(actor, async (tx) =>
      toTeamDto(await this.find(tx, id, 'support-team:read')),
    );
  }

  create(actor: Actor, input: CreateSupportTeamDto): Promise<SupportTeamDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const place = await this.institutions.facts(tx, input.areaId);
      assertAllowed(
        accessRefusal(actor, 'support-team:manage', { institutionId: place.id, areaId: place.areaId }),
      );
      const [row] = await tx.sql<{ id: string }>(
        'INSERT INTO support_teams (area_id, name) VALUES ($1, $2) RETURNING id',
        [place.areaId, tidyLine(input.name)],
      );
      return toTeamDto((await teamById(tx, row?.id ?? '')) ?? refuse('NOT_FOUND'));
    });
  }

  rename(actor: Actor, id: string, version: number, name: string): Promise<SupportTeamDto> {
    return this.change(actor, id, version, () => Promise.resolve({ name: tidyLine(name) }));
  }

  end(actor: Actor, id: string, version: number, endedOn: string): Promise<SupportTeamDto> {
    return this.change(actor, id, version, (_, team) => {
      assertAllowed(teamEndRefusal(team.ended_on, endedOn, this.clock.today()));
      return Promise.resolve({ ended_on: endedOn });
    });
  }

  putMembers(actor: Actor, id: string, version: number, userIds: readonly string[]): Promise<SupportTeamDto> {
    const wanted = [...new Set(userIds)];
    return this.change(actor, id, version, async (tx, team) => {
      const members = await memberFacts(tx, team, wanted);
      if (members.length !== wanted.length) refuse('NOT_FOUND');
      for (const member of members) assertAllowed(teamMemberRefusal(member));
      await putMembers(tx, team, wanted);
      return {};
    });
  }

  putTargets(actor: Actor, id: string, version: number, input: PutTeamTargetsDto): Promise<SupportTeamDto> {
    assertAllowed(teamTargetsRefusal(input.targets));
    return this.change(actor, id, version, async (tx, team) => {
      await putTargets(tx, team, input.year, input.targets);
      return {};
    });
  }

  /** Inside a transaction; refuses with NOT_FOUND what is out of reach. */
  async find(tx: Tx, id: string, permission: Permission): Promise<TeamRow> {
    const team = (await teamById(tx, id)) ?? refuse('NOT_FOUND');
    const place = { institutionId: team.area_id, areaId: team.area_id };
    assertAllowed(accessRefusal(tx.actor, permission, place));
    return team;
  }

  private change(
    actor: Actor,
    id: string,
    version: number,
    changeOf: (tx: Tx, team: TeamRow) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<SupportTeamDto> {
    return this.transactions.run(actor, async (tx) => {
      await lockTeam(tx, id);
      const team = await this.find(tx, id, 'support-team:manage');
      if (team.version !== version) refuse('VERSION_STALE');
      assertAllowed(teamChangeRefusal(team.ended_on));
      await tx.updateVersion('support_teams', { id }, version, await changeOf(tx, team));
      return toTeamDto((await teamById(tx, id)) ?? refuse('NOT_FOUND'));
    });
  }
}
