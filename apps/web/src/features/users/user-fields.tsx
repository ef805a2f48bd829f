import { grantableRoles } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { CheckboxField } from '../../components/checkbox-field';
import { ComboBoxField } from '../../components/combo-box-field';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { departmentsQuery, institutionsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { useUser } from '../../lib/session';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { userMessages } from './messages';
import { belongsToInstitution, isWithinOrganisation, wrongField, type UserValues } from './user-values';

interface UserFieldsProps {
  readonly form: UseFormReturn<UserValues>;
  /** of an account that exists the address and the institution stay */
  readonly existing: boolean;
}

export function UserFields({ form, existing }: UserFieldsProps) {
  const t = useMessages(userMessages);
  const words = useMessages(organisationWords);
  const me = useUser();
  const { errors } = form.formState;
  const role = form.watch('role');
  const institutionId = form.watch('institutionId');
  const departments = useQuery(departmentsQuery(institutionId === '' ? null : institutionId));
  const chosen = (field: keyof UserValues) => (_: unknown, values: UserValues) =>
    wrongField(values, me.role) !== field || t('choose');
  const roles = grantableRoles(me.role).filter((one) => !existing || isWithinOrganisation(one, role));
  return (
    <>
      <div className="form-grid">
        <TextField
          label={t('name')}
          maxLength={60}
          autoComplete="off"
          required
          error={errors.name?.message}
          {...form.register('name', { validate: (value) => value.trim() !== '' || t('required') })}
        />
        {!existing && (
          <TextField
            label={t('email')}
            hint={t('emailHint')}
            type="email"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            required
            error={errors.email?.message}
            {...form.register('email', {
              validate: (value) => /^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$/.test(value.trim()) || t('emailWrong'),
            })}
          />
        )}
        <SelectField
          label={t('role')}
          {...(existing ? { hint: t('roleHint') } : {})}
          emptyLabel={null}
          required
          error={errors.role?.message}
          options={roles.map((value) => ({ value, label: words(`role_${value}`) }))}
          {...form.register('role', { validate: chosen('role') })}
        />
        {belongsToInstitution(role) && me.institutionId === null && !existing && (
          <InstitutionField
            form={form}
            label={t('institution')}
            error={errors.institutionId?.message}
            validate={chosen('institutionId')}
          />
        )}
        {belongsToInstitution(role) && (
          // Controlled, since the departments arrive after the value.
          <Controller
            control={form.control}
            name="departmentId"
            rules={{ validate: chosen('departmentId') }}
            render={({ field }) => (
              <SelectField
                label={t('department')}
                required={role === 'clerk'}
                error={errors.departmentId?.message}
                options={(departments.data?.items ?? [])
                  .filter((one) => one.validTo === null || one.id === field.value)
                  .map(({ id, name }) => ({ value: id, label: name }))}
                {...field}
              />
            )}
          />
        )}
        {role === 'enterprise' && <EnterpriseField form={form} />}
      </div>
      {role === 'support' && <Assignments form={form} />}
    </>
  );
}

/** The enterprise's entry in the register. An account that has one keeps it; without one it claims it by itself. */
function EnterpriseField({ form }: { readonly form: UseFormReturn<UserValues> }) {
  const t = useMessages(userMessages);
  const [enterpriseId, enterpriseName] = form.watch(['enterpriseId', 'enterpriseName']);
  const bound = (form.formState.defaultValues?.enterpriseId ?? '') !== '';
  return (
    <ComboBoxField
      searchKey="suppliers"
      search={chooseSuppliers}
      label={t('enterprise')}
      hint={bound ? t('enterpriseBound') : t('enterpriseHint')}
      disabled={bound}
      error={form.formState.errors.enterpriseId?.message}
      value={enterpriseId === '' ? null : { id: enterpriseId, label: enterpriseName }}
      onChange={(option) => {
        form.setValue('enterpriseName', option?.label ?? '', { shouldDirty: true });
        form.setValue('enterpriseId', option?.id ?? '', { shouldDirty: true });
      }}
    />
  );
}

interface InstitutionFieldProps {
  readonly form: UseFormReturn<UserValues>;
  readonly label: string;
  readonly error: string | undefined;
  readonly validate: (value: string, values: UserValues) => true | string;
}

function InstitutionField({ form, label, error, validate }: InstitutionFieldProps) {
  const { data } = useQuery(institutionsQuery);
  return (
    <Controller
      control={form.control}
      name="institutionId"
      rules={{ validate }}
      render={({ field }) => (
        <SelectField
          label={label}
          required
          error={error}
          options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...field}
          onChange={(event) => {
            field.onChange(event);
            form.setValue('departmentId', '');
          }}
        />
      )}
    />
  );
}

/** Which institutions an adviser looks after. */
function Assignments({ form }: { readonly form: UseFormReturn<UserValues> }) {
  const t = useMessages(userMessages);
  const { data } = useQuery(institutionsQuery);
  return (
    <fieldset className="field">
      <legend className="field__label">{t('assigned')}</legend>
      <p className="field__hint">{t('assignedHint')}</p>
      <div className="card-grid user-assignments">
        {(data?.items ?? []).map(({ id, name }) => (
          <CheckboxField key={id} label={name} value={id} {...form.register('assignedInstitutionIds')} />
        ))}
      </div>
    </fieldset>
  );
}
