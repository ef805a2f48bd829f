import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { AreaField } from '../../components/area-field';
import { RegisterField } from '../../components/register-field';
import { SelectField } from '../../components/select-field';
import { chooseInstitutions } from '../../lib/institution-choice';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { useManyAreas } from '../../lib/use-many-areas';
import type { ConsultationValues } from './consultation-values';
import { consultationMessages } from './messages';

/** Whom it is about, as far as it is known: an institution and its department, an enterprise, or only the area. */
export function CallerFields({ form }: { readonly form: UseFormReturn<ConsultationValues> }) {
  const t = useMessages(consultationMessages);
  const { errors } = form.formState;
  const [callerKind, institutionId] = form.watch(['callerKind', 'institutionId']);
  const isBody = callerKind === 'public_body';
  const departments = useQuery(departmentsQuery(isBody && institutionId !== '' ? institutionId : null));
  const living = (departments.data?.items ?? []).filter(({ validTo }) => validTo === null);
  const asksArea = useManyAreas() && !(isBody && institutionId !== '');
  return (
    <div className="form-grid">
      {isBody && (
        <RegisterField
          form={form}
          idName="institutionId"
          labelName="institutionName"
          searchKey="institutions"
          search={chooseInstitutions}
          label={t('institution')}
          hint={t('institutionHint')}
          onChosen={() => form.setValue('departmentId', '')}
        />
      )}
      {isBody && living.length > 0 && (
        <Controller
          control={form.control}
          name="departmentId"
          render={({ field }) => (
            <SelectField
              label={t('department')}
              emptyLabel={t('departmentNone')}
              options={living.map(({ id, name }) => ({ value: id, label: name }))}
              {...field}
            />
          )}
        />
      )}
      {callerKind === 'enterprise' && (
        <RegisterField
          form={form}
          idName="supplierId"
          labelName="supplierName"
          searchKey="asked-suppliers"
          search={chooseSuppliers}
          label={t('supplier')}
          hint={t('supplierHint')}
        />
      )}
      {asksArea && (
        <Controller
          control={form.control}
          name="areaId"
          rules={{ validate: (value) => value !== '' || t('choose') }}
          render={({ field }) => (
            <AreaField label={t('area')} required error={errors.areaId?.message} {...field} />
          )}
        />
      )}
    </div>
  );
}
