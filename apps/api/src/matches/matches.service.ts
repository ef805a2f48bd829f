import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  LOST_REASONS,
  MATCH_AWARDS,
  MATCH_STAGES,
  matchDayRefusal,
  meetingRefusal,
  tidyLine,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { assertAllowed, refuse } from '../common/refused';
import { withoutUndefined } from '../common/without-undefined';
import { Transactions, type Tx } from '../database/transactions';
import { InstitutionsService } from '../institutions/institutions.service';
import { NeedsService } from '../visits/needs/needs.service';
import { AdviserTeamsService } from '../visits/teams/adviser-teams.service';
import type { ListMatchesQuery, MatchPageDto, MatchSummaryDto } from './dto/match-list.dto';
import type { MatchDetailDto, MatchHistoryDto } from './dto/match.dto';
import type { ChangeMatchDto, CreateMatchDto, MoveMatchDto } from './dto/match-write.dto';
import { keptSummary, listMatches, ownSummary, totalsOf } from './match-list.queries';
import { detailOf, historyOf, matchById, type MatchRow } from './match-reads.queries';
import {
  followContract,
  leaveContract,
  moveStage,
  recordStageChange,
  winnersOf,
  type MatchPlace,
} from './match-stages';
import {
  assertReaches,
  firstNeed,
  insertMatch,
  lockMatch,
  lockMatchAt,
  touchMatch,
  type MatchOrigin,
  type NeedToMeet,
} from './match-writes';

/** What an adviser brings together: a buyer's needs and who could deliver, from the first word to the contract. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
    private readonly needs: NeedsService,
    private readonly teams: AdviserTeamsService,
  ) {}

  /** With the first page, the totals of everything that the filter finds. */
  list(actor: Actor, query: ListMatchesQuery): Promise<MatchPageDto> {
    const reach = areaReachOf(actor, 'match:read');
    return this.transactions.run(actor, async (tx) => {
      const [page, totals] = await Promise.all([
        listMatches(tx, reach, query),
        query.cursor === undefined ? totalsOf(tx, reach, query) : null,
      ]);
      return { ...page, totals };
    });
  }

  summary(actor: Actor, year: number): Promise<MatchSummaryDto> {
    const reach = areaReachOf(actor, 'match:read');
    const ofBuyer = reach.institutionIds !== undefined;
    return this.transactions.run(actor, (tx) =>
      ofBuyer ? ownSummary(tx, reach, year) : keptSummary(tx, reach, year),
    );
  }

  get(actor: Actor, id: string): Promise<MatchDetailDto> {
    return this.transactions.run(actor, async (tx) => detailOf(tx, await this.find(tx, id)));
  }

  history(actor: Actor, id: string): Promise<MatchHistoryDto> {
    return this.transactions.run(actor, async (tx) => historyOf(tx, (await this.find(tx, id)).id));
  }

  create(actor: Actor, input: CreateMatchDto): Promise<MatchDetailDto> {
    return this.transactions.runOnce(actor, async (tx) =>
      this.answer(tx, (await this.createIn(tx, input, NOWHERE)).id),
    );
  }

  /** For other rooms, in their transaction: a match of the actor's, by the same rules. */
  async createIn(tx: Tx, input: CreateMatchDto, origin: MatchOrigin): Promise<MatchPlace> {
    const { actor } = tx;
    const { institutionId, needIds = [], identifiedOn = this.clock.today() } = input;
    const { areaId } = await this.institutions.facts(tx, institutionId);
    assertAllowed(accessRefusal(actor, 'match:write', { institutionId, areaId }));
    assertAllowed(matchDayRefusal(identifiedOn, this.clock.today()));
    const [need, teamId] = await Promise.all([
      firstNeed(tx, needIds, institutionId),
      this.teams.teamOf(tx, actor.userId),
    ]);
    const department =
      input.departmentId === undefined
        ? departmentOf(need)
        : await this.department(tx, institutionId, input.departmentId);
    const row = {
      area_id: areaId,
      team_id: teamId,
      adviser_id: actor.userId,
      institution_id: institutionId,
      ...department,
      title: tidyLine(input.title ?? need?.title ?? refuse('MATCH_INVALID', { field: 'title' })),
      classification_code: orOfNeed(input.classificationCode, need?.classification_code),
      estimated_value_krw: orOfNeed(input.estimatedValueKrw, need?.estimated_amount_krw),
      support_kinds: [...new Set(input.supportKinds ?? [])],
      identified_on: identifiedOn,
      note: input.note?.trim() ?? null,
      ...origin,
      created_by: actor.userId,
      created_at: this.clock.now(),
    };
    const place = { id: await insertMatch(tx, row), area_id: areaId, institution_id: institutionId };
    const written = { from: null, to: 'identified', lostReason: null, note: null } as const;
    await recordStageChange(tx, place, written, row.created_at);
    if (needIds.length > 0) await this.needs.attach(tx, needIds, { id: place.id, institutionId });
    return place;
  }

  change(actor: Actor, id: string, version: number, input: ChangeMatchDto): Promise<MatchDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const match = await lockMatchAt(tx, id, version);
      if (input.identifiedOn !== undefined)
        assertAllowed(matchDayRefusal(input.identifiedOn, this.clock.today()));
      const department =
        input.departmentId === undefined || input.departmentId === match.department_id
          ? {}
          : await this.department(tx, match.institution_id, input.departmentId);
      await tx.updateVersion('matches', { id }, version, {
        ...department,
        ...withoutUndefined({
          title: input.title === undefined ? undefined : tidyLine(input.title),
          classification_code: input.classificationCode,
          estimated_value_krw: input.estimatedValueKrw,
          support_kinds: input.supportKinds === undefined ? undefined : [...new Set(input.supportKinds)],
          identified_on: input.identifiedOn,
          note: input.note === null ? null : input.note?.trim(),
        }),
      });
      return this.answer(tx, id);
    });
  }

  attachNeeds(actor: Actor, id: string, needIds: readonly string[]): Promise<MatchDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const match = await lockMatch(tx, id);
      assertAllowed(meetingRefusal(match.stage));
      if ((await firstNeed(tx, needIds, match.institution_id)) === undefined)
        refuse('MATCH_INVALID', { field: 'needIds' });
      await this.needs.attach(tx, needIds, { id, institutionId: match.institution_id });
      await touchMatch(tx, match);
      return this.answer(tx, id);
    });
  }

  /** By hand, on the board or the page; a contract moves by the two doors below. */
  move(actor: Actor, id: string, version: number, input: MoveMatchDto): Promise<MatchDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const match = await lockMatchAt(tx, id, version);
      const move = {
        to: MATCH_STAGES.find((stage) => stage === input.stage) ?? refuse('MATCH_STAGE'),
        note: input.note?.trim() ?? null,
        lostReason: LOST_REASONS.find((reason) => reason === input.lostReason) ?? null,
        winners: winnersOf({
          ...input,
          award: MATCH_AWARDS.find((award) => award === input.award) ?? null,
        }),
      };
      await moveStage(tx, match, move, this.clock.now());
      return this.answer(tx, id);
    });
  }

  /** For contracts, in the transaction that signs one: refuses MATCH_STAGE when the match had ended without one. */
  async markContracted(tx: Tx, matchId: string, note: string | null): Promise<void> {
    await followContract(tx, await lockMatch(tx, matchId), note, this.clock.now());
  }

  /** For contracts, in the transaction that cancelled one of the match: moves it when no other one stands. */
  async unmarkContracted(tx: Tx, matchId: string, note: string | null): Promise<void> {
    await leaveContract(tx, await lockMatch(tx, matchId), note, this.clock.now());
  }

  /** The match with its candidates and needs, as the writer sees it afterwards. */
  async answer(tx: Tx, id: string): Promise<MatchDetailDto> {
    return detailOf(tx, (await matchById(tx, id)) ?? refuse('NOT_FOUND'));
  }

  /** The match for who may read it; refuses with NOT_FOUND. */
  async find(tx: Tx, id: string): Promise<MatchRow> {
    const match = (await matchById(tx, id)) ?? refuse('NOT_FOUND');
    assertReaches(tx, 'match:read', match);
    return match;
  }

  private async department(tx: Tx, institutionId: string, id: string | null) {
    const name = id === null ? null : (await this.institutions.departmentFacts(tx, institutionId, id)).name;
    return { department_id: id, department_name: name };
  }
}

const NOWHERE: MatchOrigin = { fair_id: null, fair_booking_id: null };

function departmentOf(need: NeedToMeet | undefined) {
  return { department_id: need?.department_id ?? null, department_name: need?.department_name ?? null };
}

function orOfNeed<T>(said: T | null | undefined, ofNeed: T | null | undefined): T | null {
  return (said === undefined ? ofNeed : said) ?? null;
}
