import { CONTRACT_SOURCES, CONTRACT_STATES, yearOf } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { PlaceFields } from '../../components/place-fields';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { LINKED_FILTERS, type ListState } from './contract-filters';
import { contractMessages } from './messages';

interface ContractFilterBarProps {
  readonly state: ListState;
  readonly onChange: (patch: Partial<ListState>) => void;
}

/** The centre's reports begin with 2016. */
const FIRST_YEAR = 2016;

export function ContractFilterBar({ state, onChange }: ContractFilterBarProps) {
  const t = useMessages(contractMessages);
  const [typed, setTyped] = useState(state.q);
  const thisYear = yearOf(today());
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  return (
    <form
      role="search"
      className="panel stack stack--tight no-print"
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: typed });
      }}
    >
      <div className="form-grid">
        <SelectField
          label={t('year')}
          emptyLabel={t('allYears')}
          value={state.year}
          onChange={(event) => onChange({ year: event.target.value })}
          options={years.map((year) => ({ value: year, label: t('yearName', { year }) }))}
        />
        <PlaceFields
          value={state}
          onChange={onChange}
          labels={{
            institution: t('institution'),
            allInstitutions: t('allInstitutions'),
            department: t('department'),
            allDepartments: t('allDepartments'),
          }}
        />
        <SelectField
          label={t('source')}
          emptyLabel={t('all')}
          value={state.source}
          onChange={(event) => onChange({ source: event.target.value })}
          options={CONTRACT_SOURCES.map((value) => ({ value, label: t(`source_${value}`) }))}
        />
        <SelectField
          label={t('state')}
          emptyLabel={t('all')}
          value={state.state}
          onChange={(event) => onChange({ state: event.target.value })}
          options={CONTRACT_STATES.map((value) => ({ value, label: t(`state_${value}`) }))}
        />
        <SelectField
          label={t('purchase')}
          emptyLabel={t('all')}
          value={state.isPurchased}
          onChange={(event) => onChange({ isPurchased: event.target.value })}
          options={[
            { value: 'false', label: t('purchase_waiting') },
            { value: 'true', label: t('purchase_entered') },
          ]}
        />
        <TextField
          label={t('search')}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div>
        <Button type="submit" variant="secondary" icon="search">
          {t('searchButton')}
        </Button>
      </div>
      {LINKED_FILTERS.some((key) => state[key] !== '') && (
        <Notice
          action={
            <Button
              variant="secondary"
              size="small"
              onClick={() => onChange({ adviserId: '', teamId: '', matchId: '', fairId: '' })}
            >
              {t('unlink')}
            </Button>
          }
        >
          {t('linked')}
        </Notice>
      )}
    </form>
  );
}
