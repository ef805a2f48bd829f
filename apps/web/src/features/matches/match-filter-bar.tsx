import { MATCH_STAGES, SUPPORT_KINDS, yearOf } from '@ieum/domain';
import { PlaceFields } from '../../components/place-fields';
import { FilterForm } from '../../components/filter-form';
import { SelectField } from '../../components/select-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { useMay } from '../../lib/session';
import { ALL_YEARS, FIRST_YEAR, yearShown, type MatchFilters } from './match-filters';
import { matchMessages } from './messages';

interface MatchFilterBarProps {
  readonly filters: MatchFilters;
  readonly change: (patch: Partial<MatchFilters>) => void;
}

export function MatchFilterBar({ filters, change }: MatchFilterBarProps) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const may = useMay();
  const thisYear = yearOf(today());
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  return (
    <FilterForm label={t('filters')} searchLabel={t('search')} q={filters.q} onSearch={(q) => change({ q })}>
      <SelectField
        label={t('year')}
        emptyLabel={null}
        value={String(yearShown(filters) ?? ALL_YEARS)}
        onChange={(event) => change({ year: event.target.value })}
        options={[
          ...years.map((year) => ({ value: year, label: year })),
          { value: ALL_YEARS, label: t('allYears') },
        ]}
      />
      <SelectField
        label={t('stage')}
        emptyLabel={t('allStages')}
        value={filters.stage}
        onChange={(event) => change({ stage: event.target.value })}
        options={MATCH_STAGES.map((value) => ({ value, label: word(`stage_${value}`) }))}
      />
      <SelectField
        label={t('supportKind')}
        emptyLabel={t('allKinds')}
        value={filters.supportKind}
        onChange={(event) => change({ supportKind: event.target.value })}
        options={SUPPORT_KINDS.map((value) => ({ value, label: word(`kind_${value}`) }))}
      />
      {may('match:write') && (
        <SelectField
          label={t('whose')}
          emptyLabel={t('everybody')}
          value={filters.mine}
          onChange={(event) => change({ mine: event.target.value })}
          options={[{ value: 'yes', label: t('mine') }]}
        />
      )}
      <PlaceFields
        value={filters}
        onChange={change}
        labels={{
          institution: t('institution'),
          allInstitutions: t('allInstitutions'),
          department: t('department'),
          allDepartments: t('allDepartments'),
        }}
      />
      <SelectField
        label={t('view')}
        emptyLabel={null}
        value={filters.view === 'list' ? 'list' : 'board'}
        onChange={(event) => change({ view: event.target.value })}
        options={[
          { value: 'board', label: t('viewBoard') },
          { value: 'list', label: t('viewList') },
        ]}
      />
    </FilterForm>
  );
}
