import { Injectable } from '@nestjs/common';
import { areaReachOf, teamFigures, yearOf, type TeamMetric } from '@ieum/domain';
import { systemActor, type Actor } from '../../common/actor';
import { Transactions } from '../../database/transactions';
import { actualsOf, targetsOf } from './team-figures.queries';
import type { TeamFiguresDto, TeamFiguresListDto } from './dto/support-team.dto';
import { searchTeams, type TeamRow } from './support-teams.queries';
import { SupportTeamsService } from './support-teams.service';

/** As many as the city will ever have; a team is one of a district. */
const MOST_TEAMS = 200;

/** Targets and actuals of teams, metric by metric. */
@Injectable()
export class TeamFiguresService {
  constructor(
    private readonly transactions: Transactions,
    private readonly teams: SupportTeamsService,
  ) {}

  /** Of the teams that stood in that year. */
  async list(actor: Actor, year: number): Promise<TeamFiguresListDto> {
    const reach = areaReachOf(actor, 'support-team:read');
    const teams = await this.transactions.run(actor, (tx) =>
      searchTeams(tx, reach, true, [null, null], MOST_TEAMS),
    );
    const living = teams.filter(({ ended_on }) => ended_on === null || yearOf(ended_on) >= year);
    return { items: await this.figuresOf(actor, living, year) };
  }

  async get(actor: Actor, id: string, year: number): Promise<TeamFiguresDto> {
    const team = await this.transactions.run(actor, (tx) => this.teams.find(tx, id, 'support-team:read'));
    const [figures] = await this.figuresOf(actor, [team], year);
    return figures ?? { ...namesOf(team), year, metrics: [] };
  }

  /**
   * Read by the system: who sees a team sees the whole of its figures, also what a member did in an area that the
   * reader is not assigned to. Otherwise one team would have as many figures as readers.
   */
  private figuresOf(actor: Actor, teams: readonly TeamRow[], year: number): Promise<TeamFiguresDto[]> {
    const ids = teams.map(({ id }) => id);
    return this.transactions.run(systemActor(actor.requestId), async (tx) => {
      const [targets, actuals] = await Promise.all([targetsOf(tx, ids, year), actualsOf(tx, ids, year)]);
      return teams.map((team) => {
        const of = (rows: readonly { team_id: string; metric: TeamMetric; count: number }[]) =>
          Object.fromEntries(
            rows.filter((row) => row.team_id === team.id).map((row) => [row.metric, row.count]),
          );
        const metrics = teamFigures({ ...NOTHING_DONE, ...of(actuals) }, of(targets));
        return {
          ...namesOf(team),
          year,
          metrics: metrics.map(({ metric, target, actual, rate, isBelowTarget }) => ({
            metric,
            target,
            actual,
            rate: {
              numerator: rate.numeratorKrw,
              denominator: rate.denominatorKrw,
              percent: rate.percent,
              display: rate.display,
            },
            isBelowTarget,
          })),
        };
      });
    });
  }
}

const NOTHING_DONE = { consultations: 0, visits: 0, enterprise_register: 0, institution_register: 0 };

function namesOf(team: TeamRow) {
  return { teamId: team.id, teamName: team.name, areaName: team.area_name };
}
