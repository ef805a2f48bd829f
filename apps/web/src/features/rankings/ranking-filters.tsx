import { isDay, RANKING_ORDERS } from '@ieum/domain';
import { DayField } from '../../components/day-field';
import { SelectField } from '../../components/select-field';
import { useMessages } from '../../lib/language';
import { useSession } from '../../lib/session';
import { rankingMessages } from './messages';
import type { RankingFilters as Filters } from './use-ranking-filters';

interface RankingFiltersProps {
  readonly filters: Filters;
}

export function RankingFilters({ filters }: RankingFiltersProps) {
  const t = useMessages(rankingMessages);
  const { user } = useSession();
  const { state, change, scope } = filters;
  return (
    <section className="panel form-grid no-print" aria-label={t('filters')}>
      <SelectField
        label={t('scope')}
        emptyLabel={null}
        value={scope}
        onChange={(event) =>
          change({ scope: event.target.value, view: state.view === 'map' ? 'picture' : state.view })
        }
        options={(['departments', 'districts'] as const).map((value) => ({
          value,
          label: t(`scope_${value}`),
        }))}
      />
      {scope === 'departments' && filters.institutions.length > 0 && (
        <SelectField
          label={t('institution')}
          emptyLabel={filters.institutionId === null ? t('chooseInstitution') : null}
          value={filters.institutionId ?? ''}
          onChange={(event) => change({ institutionId: event.target.value })}
          options={filters.institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        label={t('year')}
        emptyLabel={null}
        value={String(filters.year)}
        onChange={(event) => change({ fiscalYear: event.target.value, asOf: '' })}
        options={filters.years.map((year) => ({
          value: String(year),
          label: t('yearName', { year: String(year) }),
        }))}
      />
      <SelectField
        label={t('scheme')}
        emptyLabel={null}
        value={state.scheme}
        onChange={(event) => change({ scheme: event.target.value })}
        options={filters.schemes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        label={t('order')}
        emptyLabel={null}
        value={filters.order}
        onChange={(event) => change({ order: event.target.value })}
        options={RANKING_ORDERS.map((value) => ({ value, label: t(`order_${value}`) }))}
      />
      {scope === 'departments' && (
        <SelectField
          label={t('within')}
          emptyLabel={null}
          value={state.within === 'all' ? 'all' : 'group'}
          onChange={(event) => change({ within: event.target.value })}
          options={[
            { value: 'group', label: t('within_group') },
            { value: 'all', label: t('within_all') },
          ]}
        />
      )}
      {user !== null && (
        <DayField
          label={t('asOf')}
          hint={t('asOfHint')}
          value={isDay(state.asOf) ? state.asOf : null}
          onChange={(day) => change({ asOf: day ?? '' })}
        />
      )}
    </section>
  );
}
