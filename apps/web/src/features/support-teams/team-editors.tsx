import { TEAM_METRICS, type TeamMetric } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeDialog } from '../../components/change-dialog';
import { CheckList } from '../../components/check-list';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { advisersQuery, putMembers, putTargets, TEAMS_KEY, type SupportTeam, type TeamFigures } from './api';
import { teamMessages } from './messages';
import { readTargets, targetTexts } from './target-values';

interface EditorProps {
  readonly team: SupportTeam;
  readonly onClose: () => void;
}

/** Chosen from the advisers whom the rule lets in: those assigned to the team's area. */
export function MembersDialog({ team, onClose }: EditorProps) {
  const t = useMessages(teamMessages);
  const advisers = useQuery(advisersQuery);
  const [chosen, setChosen] = useState<readonly string[]>(team.members.map(({ adviserId }) => adviserId));
  const options = (advisers.data?.items ?? [])
    .filter(({ assignedInstitutionIds }) => assignedInstitutionIds.includes(team.areaId))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ChangeDialog
      title={t('membersTitle', { team: team.name })}
      confirmLabel={t('save')}
      onClose={onClose}
      change={async () => {
        await putMembers(team, [...chosen]);
        return t('membersSaved');
      }}
      reloads={TEAMS_KEY}
    >
      {advisers.isPending && <Skeleton height="6rem" />}
      {advisers.error && <LoadFailed error={advisers.error} onRetry={() => void advisers.refetch()} />}
      {advisers.data !== undefined && options.length === 0 && (
        <Notice>{t('membersNobody', { area: team.areaName })}</Notice>
      )}
      {options.length > 0 && (
        <CheckList
          label={t('members')}
          hint={t('membersHint', { area: team.areaName })}
          options={options}
          value={chosen}
          onChange={setChosen}
        />
      )}
    </ChangeDialog>
  );
}

/** The targets of one year, all of them; an empty one is no target. */
export function TargetsDialog({ team, figures, onClose }: EditorProps & { readonly figures: TeamFigures }) {
  const t = useMessages(teamMessages);
  const { year } = figures;
  const [texts, setTexts] = useState(() => targetTexts(figures.metrics));
  const { targets, wrong } = readTargets(texts);
  const nameOf = (metric: TeamMetric) => t(`metric_${metric}`);
  return (
    <ChangeDialog
      title={t('targetsTitle', { year: String(year) })}
      confirmLabel={t('save')}
      onClose={onClose}
      fault={() => (wrong.length === 0 ? null : t('targetWrong', { list: wrong.map(nameOf).join(', ') }))}
      change={async () => {
        await putTargets(team, { year, targets: [...targets] });
        return t('targetsSaved', { year: String(year) });
      }}
      reloads={TEAMS_KEY}
    >
      <p className="field__hint">{t('targetsHint')}</p>
      <div className="form-grid">
        {TEAM_METRICS.map((metric) => (
          <TextField
            key={metric}
            label={nameOf(metric)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={9}
            value={texts[metric]}
            onChange={(event) => setTexts({ ...texts, [metric]: event.target.value })}
          />
        ))}
      </div>
    </ChangeDialog>
  );
}
