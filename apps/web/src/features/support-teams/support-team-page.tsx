import { yearOf } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { PageSkeleton, Skeleton } from '../../components/skeleton';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { yearsUntil } from '../../lib/years';
import { teamFiguresQuery, teamQuery, type SupportTeam } from './api';
import { teamMessages } from './messages';
import { EndTeamDialog, RenameTeamDialog } from './team-dialogs';
import { MembersDialog, TargetsDialog } from './team-editors';
import { TeamFiguresView } from './team-figures-view';

const STATE = { year: '' } as const;

/** One team: its figures of a year, and who belongs to it. The centre sets targets and members here. */
export default function SupportTeamPage() {
  const t = useMessages(teamMessages);
  const { language } = useLanguage();
  const may = useMay();
  const { id = '' } = useParams();
  const { data: team, error, refetch } = useQuery(teamQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (team === undefined) return <PageSkeleton label={t('loading')} />;
  const manages = may('support-team:manage') && team.endedOn === null;
  return (
    <div className="stack">
      <PageHeader
        title={team.name}
        description={team.areaName}
        crumbs={[{ label: t('title'), to: '/support-teams' }]}
        actions={manages && <TeamActions team={team} />}
      />
      {team.endedOn !== null && <Notice>{t('endedNotice', { day: showDay(team.endedOn, language) })}</Notice>}
      <Figures team={team} manages={manages} />
      <Members team={team} manages={manages} />
    </div>
  );
}

interface PartProps {
  readonly team: SupportTeam;
  readonly manages: boolean;
}

function TeamActions({ team }: { readonly team: SupportTeam }) {
  const t = useMessages(teamMessages);
  const [open, setOpen] = useState<'rename' | 'end' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen('rename')}>
        {t('rename')}
      </Button>
      <Button variant="secondary" onClick={() => setOpen('end')}>
        {t('end')}
      </Button>
      {open === 'rename' && <RenameTeamDialog team={team} onClose={close} />}
      {open === 'end' && <EndTeamDialog team={team} onClose={close} />}
    </>
  );
}

function Figures({ team, manages }: PartProps) {
  const t = useMessages(teamMessages);
  const [state, change] = useUrlState(STATE);
  const [editing, setEditing] = useState(false);
  const years = yearsUntil(yearOf(today()));
  const year = years.find((one) => String(one) === state.year) ?? yearOf(today());
  const { data: figures, error, refetch } = useQuery(teamFiguresQuery(team.id, year));
  return (
    <section className="panel stack stack--tight" aria-label={t('figures', { year: String(year) })}>
      <div className="cluster cluster--spread no-print">
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ year: event.target.value })}
          options={years.map((one) => ({ value: String(one), label: t('yearOf', { year: String(one) }) }))}
        />
        {manages && figures !== undefined && (
          <Button variant="secondary" size="small" icon="target" onClick={() => setEditing(true)}>
            {t('editTargets')}
          </Button>
        )}
      </div>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {figures === undefined && !error && <Skeleton height="12rem" />}
      {figures !== undefined && <TeamFiguresView figures={figures} />}
      {editing && figures !== undefined && (
        <TargetsDialog team={team} figures={figures} onClose={() => setEditing(false)} />
      )}
    </section>
  );
}

function Members({ team, manages }: PartProps) {
  const t = useMessages(teamMessages);
  const [editing, setEditing] = useState(false);
  return (
    <section className="panel stack stack--tight" aria-labelledby="team-members">
      <div className="cluster cluster--spread">
        <h2 id="team-members">{t('members')}</h2>
        {manages && (
          <Button variant="secondary" size="small" icon="users" onClick={() => setEditing(true)}>
            {t('editMembers')}
          </Button>
        )}
      </div>
      {team.members.length === 0 ? (
        <p className="field__hint">{t('membersNone')}</p>
      ) : (
        <ul className="cluster">
          {team.members.map(({ adviserId, adviserName }) => (
            <li key={adviserId}>{adviserName}</li>
          ))}
        </ul>
      )}
      {editing && <MembersDialog team={team} onClose={() => setEditing(false)} />}
    </section>
  );
}
