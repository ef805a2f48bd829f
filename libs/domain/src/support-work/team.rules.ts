import type { Day } from '../calendar/day';
import { rateOf, type Rate, type RatePolicy } from '../money/rate';
import { refusal, type Refusal } from '../refusal';
import { TEAM_METRICS, type TeamMetric } from './vocabulary';

/** A team that ended keeps its members, targets and figures as they were. @returns SUPPORT_TEAM_STATE or null */
export function teamChangeRefusal(endedOn: Day | null): Refusal | null {
  return endedOn === null ? null : refusal('SUPPORT_TEAM_STATE', { endedOn });
}

/** @returns SUPPORT_TEAM_STATE, SUPPORT_TEAM_INVALID {field: endedOn} (a day to come) or null */
export function teamEndRefusal(endedOn: Day | null, on: Day, today: Day): Refusal | null {
  return (
    teamChangeRefusal(endedOn) ?? (on > today ? refusal('SUPPORT_TEAM_INVALID', { field: 'endedOn' }) : null)
  );
}

/** Somebody who is to belong to a team. */
export interface TeamMemberFacts {
  readonly isAdviser: boolean;
  readonly isAssignedToArea: boolean;
  /** the living team that the work counts for already; null = none, or this very one */
  readonly otherTeamName: string | null;
}

/**
 * What an adviser does counts for one team, and lies in its area.
 * @returns SUPPORT_TEAM_INVALID {field: userIds} (no adviser, or of other areas), SUPPORT_TEAM_MEMBER_TAKEN {team} or null
 */
export function teamMemberRefusal(member: TeamMemberFacts): Refusal | null {
  if (!member.isAdviser || !member.isAssignedToArea)
    return refusal('SUPPORT_TEAM_INVALID', { field: 'userIds' });
  const { otherTeamName } = member;
  return otherTeamName === null ? null : refusal('SUPPORT_TEAM_MEMBER_TAKEN', { team: otherTeamName });
}

/** Each metric once. @returns SUPPORT_TEAM_INVALID {field: targets} or null */
export function teamTargetsRefusal(targets: readonly { readonly metric: TeamMetric }[]): Refusal | null {
  const metrics = new Set(targets.map(({ metric }) => metric));
  return metrics.size === targets.length ? null : refusal('SUPPORT_TEAM_INVALID', { field: 'targets' });
}

/** The teams' tables show 96.00 %. */
export const TEAM_RATE_POLICY: RatePolicy = { rounding: 'half_up', decimals: 2, capPercent: null };

export interface TeamFigure {
  readonly metric: TeamMetric;
  /** null = no target; such a metric has no rate */
  readonly target: number | null;
  readonly actual: number;
  readonly rate: Rate;
  readonly isBelowTarget: boolean;
}

/** All metrics in their order, with a target or without. */
export function teamFigures(
  actuals: Readonly<Record<TeamMetric, number>>,
  targets: Readonly<Partial<Record<TeamMetric, number>>>,
): TeamFigure[] {
  return TEAM_METRICS.map((metric) => {
    const target = targets[metric] ?? null;
    const actual = actuals[metric];
    return {
      metric,
      target,
      actual,
      rate: rateOf(actual, target, TEAM_RATE_POLICY),
      isBelowTarget: target !== null && actual < target,
    };
  });
}
