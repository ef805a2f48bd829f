import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type SupportTeam = Schema<'SupportTeamDto'>;
export type TeamFigures = Schema<'TeamFiguresDto'>;
export type TeamFigure = TeamFigures['metrics'][number];
export type NewTeam = Schema<'CreateSupportTeamDto'>;
export type TeamTargets = Schema<'PutTeamTargetsDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a changed team makes stale. */
export const TEAMS_KEY = ['support-teams'] as const;

export function teamsQuery(includeEnded: boolean) {
  return queryOptions({
    queryKey: [...TEAMS_KEY, 'list', includeEnded],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/support-teams', { params: { query: { limit: 200, includeEnded } }, signal })),
  });
}

export function teamFiguresListQuery(year: number) {
  return queryOptions({
    queryKey: [...TEAMS_KEY, 'figures', year],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/support-teams/figures', { params: { query: { year } }, signal })),
  });
}

export function teamQuery(id: string) {
  return queryOptions({
    queryKey: [...TEAMS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/support-teams/{id}', { params: { path: { id } }, signal })),
  });
}

export function teamFiguresQuery(id: string, year: number) {
  return queryOptions({
    queryKey: [...TEAMS_KEY, 'figures-of', id, year],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/support-teams/{id}/figures', {
          params: { path: { id }, query: { year } },
          signal,
        }),
      ),
  });
}

/** Who may belong to a team: the accounts of advisers. */
export const advisersQuery = queryOptions({
  queryKey: ['users', 'advisers'],
  queryFn: ({ signal }) => {
    const query = { role: ['support' as const], state: 'active' as const, limit: 200 };
    return unwrap(api.GET('/api/v1/users', { params: { query }, signal }));
  },
});

export function createTeam(body: NewTeam, headers: IdempotencyHeaders): Promise<SupportTeam> {
  return unwrap(api.POST('/api/v1/support-teams', { body, params: { header: headers } }));
}

const versioned = ({ id, version }: SupportTeam) => ({ path: { id }, header: ifMatch(etagOf(version)) });

export function renameTeam(team: SupportTeam, name: string): Promise<SupportTeam> {
  return unwrap(api.PATCH('/api/v1/support-teams/{id}', { body: { name }, params: versioned(team) }));
}

export function endTeam(team: SupportTeam, endedOn: string): Promise<SupportTeam> {
  return unwrap(api.POST('/api/v1/support-teams/{id}/end', { body: { endedOn }, params: versioned(team) }));
}

export function putMembers(team: SupportTeam, userIds: string[]): Promise<SupportTeam> {
  return unwrap(
    api.PUT('/api/v1/support-teams/{id}/members', { body: { userIds }, params: versioned(team) }),
  );
}

export function putTargets(team: SupportTeam, body: TeamTargets): Promise<SupportTeam> {
  return unwrap(api.PUT('/api/v1/support-teams/{id}/targets', { body, params: versioned(team) }));
}
