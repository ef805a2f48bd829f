import {
  completeChoice,
  contractedRefusal,
  outcomeAfter,
  stageMoveRefusal,
  winnersRefusal,
  type CandidateFacts,
  type LostReason,
  type MatchAward,
  type MatchStage,
  type WinnersChoice,
} from '@ieum/domain';
import { assertAllowed } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { LockedMatch } from './match-writes';

/** A change of the stage as a row of the history. */
export interface StageChange {
  readonly from: MatchStage | null;
  readonly to: MatchStage;
  readonly lostReason: LostReason | null;
  readonly note: string | null;
}

export type MatchPlace = Pick<LockedMatch, 'id' | 'area_id' | 'institution_id'>;

export async function recordStageChange(
  tx: Tx,
  match: MatchPlace,
  change: StageChange,
  now: Date,
): Promise<void> {
  await tx.sql(
    `INSERT INTO match_stage_changes
       (area_id, institution_id, match_id, from_stage, to_stage, lost_reason, note, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      match.area_id,
      match.institution_id,
      match.id,
      change.from,
      change.to,
      change.lostReason,
      change.note,
      tx.actor.userId,
      now,
    ],
  );
}

export interface Move {
  readonly to: MatchStage;
  readonly note: string | null;
  readonly lostReason: LostReason | null;
  readonly winners: WinnersChoice;
}

/** What a person moves by hand: the stage, who won, and the row of the history. */
export async function moveStage(tx: Tx, match: LockedMatch, move: Move, now: Date): Promise<void> {
  const { to, note, lostReason } = move;
  const candidates = await lockCandidates(tx, match.id);
  assertAllowed(stageMoveRefusal(match.stage, move));
  if (to === 'selected') assertAllowed(winnersRefusal(move.winners, candidates));
  const { winnerIds, award, leadId } = completeChoice(move.winners);
  await decideOutcomes(tx, candidates, to, winnerIds, leadId);
  await tx.updateVersion('matches', { id: match.id }, match.version, {
    stage: to,
    lost_reason: lostReason,
    award: to === 'selected' ? award : null,
  });
  await recordStageChange(tx, match, { from: match.stage, to, lostReason, note }, now);
}

/** A contract was signed: the match follows it. A second contract of the same match changes nothing. */
export async function followContract(
  tx: Tx,
  match: LockedMatch,
  note: string | null,
  now: Date,
): Promise<void> {
  assertAllowed(contractedRefusal(match.stage));
  if (match.stage === 'contracted') return;
  await tx.updateVersion('matches', { id: match.id }, match.version, { stage: 'contracted' });
  await recordStageChange(tx, match, { from: match.stage, to: 'contracted', lostReason: null, note }, now);
}

/**
 * One of its contracts was taken back: without another one, the match stands again where the contract found it. Asked
 * under the lock of the match, as two may be cancelled, or one be signed, at the same moment.
 */
export async function leaveContract(
  tx: Tx,
  match: LockedMatch,
  note: string | null,
  now: Date,
): Promise<void> {
  if (match.stage !== 'contracted' || (await hasContract(tx, match.id))) return;
  const [before] = await tx.sql<{ stage: MatchStage }>(
    `SELECT from_stage AS stage FROM match_stage_changes WHERE match_id = $1 AND to_stage = 'contracted'
     ORDER BY id DESC LIMIT 1`,
    [match.id],
  );
  const to = before?.stage ?? 'selected';
  await tx.updateVersion('matches', { id: match.id }, match.version, { stage: to });
  await recordStageChange(tx, match, { from: 'contracted', to, lostReason: null, note }, now);
}

async function hasContract(tx: Tx, matchId: string): Promise<boolean> {
  const rows = await tx.sql(`SELECT FROM contracts WHERE match_id = $1 AND state = 'signed' LIMIT 1`, [
    matchId,
  ]);
  return rows.length > 0;
}

function lockCandidates(tx: Tx, matchId: string): Promise<CandidateFacts[]> {
  return tx.sql<{ id: string; outcome: CandidateFacts['outcome'] }>(
    'SELECT id, outcome FROM match_candidates WHERE match_id = $1 ORDER BY id FOR NO KEY UPDATE',
    [matchId],
  );
}

/** In one statement. A lead is named on the way to `selected` alone, and every way out of it lets the lead go. */
async function decideOutcomes(
  tx: Tx,
  candidates: readonly CandidateFacts[],
  to: MatchStage,
  winnerIds: readonly string[],
  leadId: string | null,
): Promise<void> {
  const isSelected = to === 'selected';
  await tx.sql(
    `UPDATE match_candidates c SET outcome = d.outcome, is_lead = d.is_lead
     FROM unnest($1::uuid[], $2::text[], $3::boolean[]) AS d(id, outcome, is_lead)
     WHERE c.id = d.id AND (c.outcome, c.is_lead) IS DISTINCT FROM (d.outcome, d.is_lead)`,
    [
      candidates.map(({ id }) => id),
      candidates.map(({ id, outcome }) => outcomeAfter(to, outcome, winnerIds.includes(id))),
      candidates.map(({ id }) => isSelected && id === leadId),
    ],
  );
}

/** An award's word as the rules know it. */
export function winnersOf(input: {
  readonly winnerIds?: readonly string[] | undefined;
  readonly award: MatchAward | null;
  readonly leadId?: string | null | undefined;
}): WinnersChoice {
  return { winnerIds: input.winnerIds ?? [], award: input.award, leadId: input.leadId ?? null };
}
