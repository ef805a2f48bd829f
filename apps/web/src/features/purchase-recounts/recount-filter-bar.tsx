import { RECOUNT_STATES } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { departmentsQuery, institutionsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { useYears } from '../../lib/years';
import { recountMessages } from './messages';
import type { ChangeList, ListState } from './recount-filters';
import './recounts.css';

interface RecountFilterBarProps {
  readonly state: ListState;
  readonly onChange: ChangeList;
}

/** Whoever sees one department needs no choice of departments; whoever sees all institutions chooses one first. */
export function RecountFilterBar({ state, onChange }: RecountFilterBarProps) {
  const t = useMessages(recountMessages);
  const user = useUser();
  const { years } = useYears();
  const institutions = useQuery({ ...institutionsQuery, enabled: user.institutionId === null });
  const institutionId = user.institutionId ?? (state.institutionId === '' ? null : state.institutionId);
  const departments = useQuery({
    ...departmentsQuery(institutionId),
    enabled: institutionId !== null && user.departmentId === null,
  });
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
        {user.institutionId === null && (
          <SelectField
            label={t('institution')}
            emptyLabel={t('allInstitutions')}
            value={state.institutionId}
            onChange={(event) => onChange({ institutionId: event.target.value, departmentId: '' })}
            options={(institutions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {user.departmentId === null && (
          <SelectField
            label={t('department')}
            emptyLabel={t('allDepartments')}
            value={state.departmentId}
            disabled={institutionId === null}
            onChange={(event) => onChange({ departmentId: event.target.value })}
            options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
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
