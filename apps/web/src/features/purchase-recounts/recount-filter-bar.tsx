import { RECOUNT_STATES } from '@ieum/domain';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { PlaceFields } from '../../components/place-fields';
import { SelectField } from '../../components/select-field';
import { useMessages } from '../../lib/language';
import { useYears } from '../../lib/years';
import { recountMessages } from './messages';
import type { ChangeList, ListState } from './recount-filters';
import './recounts.css';

interface RecountFilterBarProps {
  readonly state: ListState;
  readonly onChange: ChangeList;
}

export function RecountFilterBar({ state, onChange }: RecountFilterBarProps) {
  const t = useMessages(recountMessages);
  const { years } = useYears();
  return (
    <section className="panel no-print" aria-label={t('filters')}>
      <div className="recount-filters">
        <SelectField
          label={t('state')}
          emptyLabel={t('all')}
          value={state.state}
          onChange={(event) => onChange({ state: event.target.value })}
          options={RECOUNT_STATES.map((one) => ({ value: one, label: t(`state_${one}`) }))}
        />
        <SelectField
          label={t('fiscalYear')}
          emptyLabel={t('all')}
          value={state.fiscalYear}
          onChange={(event) => onChange({ fiscalYear: event.target.value })}
          options={years.map((year) => ({
            value: String(year),
            label: t('yearName', { year: String(year) }),
          }))}
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
      </div>
      {(state.supplierId !== '' || state.purchaseId !== '') && (
        <Notice
          title={t('linked')}
          action={
            <Button
              variant="secondary"
              size="small"
              onClick={() => onChange({ supplierId: '', purchaseId: '' })}
            >
              {t('linkedClear')}
            </Button>
          }
        />
      )}
    </section>
  );
}
