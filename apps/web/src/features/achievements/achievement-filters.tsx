import { isDay } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { DayField } from '../../components/day-field';
import { SelectField } from '../../components/select-field';
import { institutionsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { achievementMessages } from './messages';
import type { AchievementFilters as Filters } from './use-achievement-filters';

interface AchievementFiltersProps {
  readonly filters: Filters;
}

export function AchievementFilters({ filters }: AchievementFiltersProps) {
  const t = useMessages(achievementMessages);
  const { state, change, books, year } = filters;
  return (
    <section className="panel form-grid no-print" aria-label={t('filters')}>
      {filters.choosesInstitution && <InstitutionChoice filters={filters} />}
      <SelectField
        label={t('year')}
        emptyLabel={null}
        value={String(year)}
        onChange={(event) => change({ fiscalYear: event.target.value, asOf: '' })}
        options={(books.years.includes(year) ? books.years : [year, ...books.years]).map((one) => ({
          value: String(one),
          label: t('yearName', { year: String(one) }),
        }))}
      />
      <SelectField
        label={t('scheme')}
        emptyLabel={null}
        value={state.scheme}
        onChange={(event) => change({ scheme: event.target.value })}
        options={books.schemesOf(year).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DayField
        label={t('asOf')}
        hint={t('asOfHint')}
        value={isDay(state.asOf) ? state.asOf : null}
        onChange={(day) => change({ asOf: day ?? '' })}
      />
      <SelectField
        label={t('paceShape')}
        emptyLabel={null}
        value={state.pace === 'last_year' ? 'last_year' : 'linear'}
        onChange={(event) => change({ pace: event.target.value })}
        options={[
          { value: 'linear', label: t('pace_linear') },
          { value: 'last_year', label: t('pace_last_year') },
        ]}
      />
    </section>
  );
}

function InstitutionChoice({ filters }: AchievementFiltersProps) {
  const t = useMessages(achievementMessages);
  const { data } = useQuery(institutionsQuery);
  return (
    <SelectField
      label={t('institution')}
      emptyLabel={t('allInstitutions')}
      value={filters.institutionId ?? ''}
      onChange={(event) => filters.change({ institutionId: event.target.value })}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
