import { Injectable } from '@nestjs/common';
import { gatheringRefusal, type MatchStage } from '@ieum/domain';
import { assertAllowed, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import { isSameCandidate, joinMatch, standingCandidates } from './match-candidates.queries';
import { candidatesOf } from './match-reads.queries';
import { lockMatch } from './match-writes';
import { MatchesService } from './matches.service';

/** A meeting of a fair, as far as a match wants to know it. */
export interface FairMeeting {
  readonly fairId: string;
  readonly bookingId: string;
  readonly institutionId: string;
  readonly departmentId: string | null;
  readonly supplierId: string;
  /** Korean day of the meeting: the match counts in its year */
  readonly day: string;
}

export interface FairMatchFields {
  readonly title?: string | undefined;
  readonly estimatedValueKrw: number | null;
}

/** The door of the matches for fairs: a meeting becomes a match, or one that there is already. */
@Injectable()
export class FairMatchesService {
  constructor(private readonly matches: MatchesService) {}

  /** A new match with the enterprise as its candidate. Refuses as MatchesService.create does. @returns its id */
  async begin(tx: Tx, meeting: FairMeeting, { title, estimatedValueKrw }: FairMatchFields): Promise<string> {
    const { institutionId, departmentId, day: identifiedOn } = meeting;
    const place = await this.matches.createIn(
      tx,
      {
        institutionId,
        departmentId,
        estimatedValueKrw,
        identifiedOn,
        ...(title === undefined ? {} : { title }),
      },
      { fair_id: meeting.fairId, fair_booking_id: meeting.bookingId },
    );
    for (const candidate of await standingCandidates(tx, [meeting.supplierId]))
      await joinMatch(tx, place, [], candidate);
    return place.id;
  }

  /**
   * Lets the meeting belong to a match of the same institution that there is already, for instance from a need that a
   * visit found; the enterprise becomes a candidate if it is none. Refuses with NOT_FOUND, MATCH_INVALID {field: matchId}
   * or as gatheringRefusal does.
   */
  async join(tx: Tx, meeting: FairMeeting, matchId: string): Promise<void> {
    const match = await lockMatch(tx, matchId);
    if (match.institution_id !== meeting.institutionId || match.fair_booking_id !== null)
      refuse('MATCH_INVALID', { field: 'matchId' });
    assertAllowed(gatheringRefusal(match.stage));
    const present = await candidatesOf(tx, matchId);
    const asked = await standingCandidates(tx, [meeting.supplierId]);
    for (const candidate of asked)
      if (!present.some((one) => one.outcome !== 'withdrawn' && isSameCandidate(one, candidate)))
        await joinMatch(tx, match, present, candidate);
    await tx.updateVersion('matches', { id: matchId }, match.version, {
      fair_id: meeting.fairId,
      fair_booking_id: meeting.bookingId,
    });
  }

  /** The stages of matches that began at the fair whose room the transaction has opened, or that the actor may read. */
  async stagesOf(tx: Tx, matchIds: readonly string[]): Promise<ReadonlyMap<string, MatchStage>> {
    if (matchIds.length === 0) return new Map();
    const rows = await tx.sql<{ id: string; stage: MatchStage }>(
      'SELECT id, stage FROM matches WHERE id = ANY ($1::uuid[])',
      [matchIds],
    );
    return new Map(rows.map(({ id, stage }) => [id, stage]));
  }
}
