import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Controller, useController, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../components/button';
import { ComboBoxField } from '../../components/combo-box-field';
import { RadioGroup } from '../../components/radio-group';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { areasQuery } from '../../lib/area-queries';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { institutionsToVisit } from './api';
import { visitMessages } from './messages';
import { NewInstitution } from './new-institution';
import { VISITEES, type VisitValues } from './visit-values';

interface FieldsProps {
  readonly form: UseFormReturn<VisitValues>;
}

/** Whom: an institution of the own areas, an enterprise of the register, or an organisation by its name. */
export function VisiteeFields({ form }: FieldsProps) {
  const t = useMessages(visitMessages);
  const visitee = form.watch('visitee');
  return (
    <>
      <Controller
        control={form.control}
        name="visitee"
        render={({ field }) => (
          <RadioGroup
            label={t('whom')}
            inline
            options={VISITEES.map((value) => ({ value, label: t(`whom_${value}`) }))}
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
      {visitee === 'institution' && <InstitutionField form={form} />}
      {visitee === 'supplier' && (
        <ChosenField
          form={form}
          names={{ id: 'supplierId', label: 'supplierName' }}
          searchKey="visited-suppliers"
          search={chooseSuppliers}
          label={t('supplier')}
        />
      )}
      {visitee === 'organisation' && (
        <TextField
          label={t('organisation')}
          required
          maxLength={100}
          autoComplete="off"
          error={form.formState.errors.organisationName?.message}
          {...form.register('organisationName', {
            validate: (value) => value.trim() !== '' || t('required'),
          })}
        />
      )}
      {visitee !== 'institution' && <AreaField form={form} />}
    </>
  );
}

function InstitutionField({ form }: FieldsProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const [registering, setRegistering] = useState(false);
  const search = async (text: string, signal: AbortSignal) =>
    (await institutionsToVisit(text, signal)).map((row) => ({
      id: row.institutionId,
      label: row.institutionName,
      detail: [
        row.areaName,
        row.lastVisitedOn === null
          ? t('neverVisited')
          : t('lastVisit', { day: showDay(row.lastVisitedOn, language) }),
      ].join(' · '),
    }));
  const choose = (id: string, name: string) => {
    form.setValue('institutionName', name);
    form.setValue('institutionId', id, { shouldValidate: form.formState.isSubmitted });
    setRegistering(false);
  };
  return (
    <div className="stack stack--tight">
      <ChosenField
        form={form}
        names={{ id: 'institutionId', label: 'institutionName' }}
        searchKey="institutions-to-visit"
        search={search}
        label={t('institution')}
        hint={t('institutionHint')}
      />
      {registering ? (
        <NewInstitution onChosen={choose} onClose={() => setRegistering(false)} />
      ) : (
        <div>
          <Button variant="text" icon="plus" onClick={() => setRegistering(true)}>
            {t('newInstitution')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ChosenFieldProps extends FieldsProps {
  readonly names:
    | { readonly id: 'institutionId'; readonly label: 'institutionName' }
    | { readonly id: 'supplierId'; readonly label: 'supplierName' };
  readonly searchKey: string;
  readonly search: Parameters<typeof ComboBoxField>[0]['search'];
  readonly label: string;
  readonly hint?: string;
}

/** One of a register, found by a search; its name is kept beside its id for the draft. */
function ChosenField({ form, names, ...combo }: ChosenFieldProps) {
  const t = useMessages(visitMessages);
  const frame = useRef<HTMLDivElement>(null);
  const { field, fieldState } = useController({
    name: names.id,
    control: form.control,
    rules: { validate: (value) => value !== '' || t('choose') },
  });
  const name = form.watch(names.label);
  return (
    <div
      ref={(element) => {
        frame.current = element;
        field.ref({ focus: () => frame.current?.querySelector('input')?.focus() });
      }}
    >
      <ComboBoxField
        {...combo}
        required
        error={fieldState.error?.message}
        value={field.value === '' ? null : { id: field.value, label: name }}
        onBlur={field.onBlur}
        onChange={(option) => {
          form.setValue(names.label, option?.label ?? '');
          field.onChange(option?.id ?? '');
        }}
      />
    </div>
  );
}

/** Asked only of who works in several areas: the only one is meant otherwise. */
function AreaField({ form }: FieldsProps) {
  const t = useMessages(visitMessages);
  const { data } = useQuery(areasQuery);
  if (data === undefined || data.items.length < 2) return null;
  return (
    <Controller
      control={form.control}
      name="areaId"
      rules={{ validate: (value) => value !== '' || t('choose') }}
      render={({ field, fieldState }) => (
        <SelectField
          label={t('area')}
          required
          error={fieldState.error?.message}
          options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
          {...field}
        />
      )}
    />
  );
}
