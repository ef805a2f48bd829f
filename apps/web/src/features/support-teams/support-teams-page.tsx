import { TEAM_METRICS, yearOf } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { yearsUntil } from '../../lib/years';
import { teamFiguresListQuery, teamsQuery, type SupportTeam, type TeamFigures } from './api';
import { teamMessages } from './messages';
import { NewTeamDialog } from './team-dialogs';

const STATE = { year: '', ended: '' } as const;

/** The teams of the own areas with what they are to reach and have reached. */
export default function SupportTeamsPage() {
  const t = useMessages(teamMessages);
  const may = useMay();
  const [state, change] = useUrlState(STATE);
  const [creating, setCreating] = useState(false);
  const years = yearsUntil(yearOf(today()));
  const year = years.find((one) => String(one) === state.year) ?? yearOf(today());
  const teams = useQuery(teamsQuery(state.ended === 'true'));
  const figures = useQuery(teamFiguresListQuery(year));
  const columns = useTeamColumns(figures.data?.items ?? []);
  const failure = teams.error ?? figures.error;
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('support-team:manage') && (
            <Button icon="plus" onClick={() => setCreating(true)}>
              {t('create')}
            </Button>
          )
        }
      />
      <div className="panel form-grid no-print">
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ year: event.target.value })}
          options={years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
        />
        <CheckboxField
          label={t('showEnded')}
          checked={state.ended === 'true'}
          onChange={(event) => change({ ended: event.target.checked ? 'true' : '' })}
        />
      </div>
      <div className="panel">
        {failure !== null ? (
          <LoadFailed
            error={failure}
            onRetry={() => void Promise.all([teams.refetch(), figures.refetch()])}
          />
        ) : (
          <DataTable
            name="support-teams"
            caption={t('listTitle')}
            columns={columns}
            rows={teams.data?.items ?? []}
            rowKey={(row) => row.id}
            loading={teams.isPending || figures.isPending}
            rowTone={(row) => (row.endedOn === null ? undefined : 'muted')}
            empty={<EmptyState icon="users" title={t('emptyTitle')} text={t('emptyText')} />}
          />
        )}
      </div>
      {creating && <NewTeamDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

function useTeamColumns(figures: readonly TeamFigures[]): readonly TableColumn<SupportTeam>[] {
  const t = useMessages(teamMessages);
  const metricOf = (team: SupportTeam, metric: string) =>
    figures.find(({ teamId }) => teamId === team.id)?.metrics.find((one) => one.metric === metric);
  return [
    {
      key: 'name',
      label: t('name'),
      width: 16,
      value: (row) => row.name,
      cell: (row) => (
        <span className="cluster">
          <Link to={`/support-teams/${row.id}`}>{row.name}</Link>
          {row.endedOn !== null && <StateBadge tone="neutral" label={t('ended')} />}
        </span>
      ),
    },
    { key: 'area', label: t('area'), width: 8, value: (row) => row.areaName },
    {
      key: 'members',
      label: t('members'),
      width: 12,
      value: (row) => row.members.map(({ adviserName }) => adviserName).join(', '),
    },
    ...TEAM_METRICS.map((metric): TableColumn<SupportTeam> => ({
      key: metric,
      label: t(`metric_${metric}`),
      kind: 'number',
      width: 12,
      value: (row) => metricOf(row, metric)?.rate.percent ?? null,
      cell: (row) => {
        const figure = metricOf(row, metric);
        if (figure === undefined) return '–';
        const { actual, target, rate } = figure;
        return target === null
          ? t('actualOnly', { actual })
          : t('actualOfTarget', { actual, target, rate: rate.display ?? '–' });
      },
    })),
  ];
}
