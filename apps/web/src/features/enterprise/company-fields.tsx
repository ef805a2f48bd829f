import { Controller, type FieldPath, type UseFormReturn } from 'react-hook-form';
import { DayField } from '../../components/day-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName, SEOUL_DISTRICTS } from '../../lib/seoul-tiles';
import { companyMessages } from './company-messages';
import { businessNumberFits, employmentFits, type CompanyValues } from './company-values';
import { EvidenceUpload } from './evidence-upload';
import './company-fields.css';

interface FieldsProps {
  readonly form: UseFormReturn<CompanyValues>;
}

export function useCompanyLabels(): Partial<Record<FieldPath<CompanyValues>, string>> {
  const t = useMessages(companyMessages);
  return {
    name: t('fact_name'),
    businessNumber: t('fact_businessNumber'),
    representative: t('fact_representative'),
    address: t('fact_address'),
    districtCode: t('fact_districtCode'),
    vulnerableEmploymentBp: t('fact_vulnerableEmploymentBp'),
    vulnerableEmploymentOn: t('fact_vulnerableEmploymentOn'),
    evidence: t('evidence'),
    note: t('note'),
    homepage: t('own_homepage'),
    phone: t('own_phone'),
    email: t('own_email'),
    businessSummary: t('own_businessSummary'),
    introduction: t('own_introduction'),
  };
}

/** What somebody has to check before it is public. */
export function CompanyFactFields({ form }: FieldsProps) {
  const t = useMessages(companyMessages);
  const { language } = useLanguage();
  const { errors } = form.formState;
  return (
    <fieldset className="stack company-fields">
      <legend>
        <h2>{t('verifiedFields')}</h2>
      </legend>
      <p className="field__hint">{t('verifiedFieldsText')}</p>
      <div className="form-grid">
        <TextField
          label={t('fact_name')}
          hint={t('nameHint')}
          maxLength={100}
          required
          error={errors.name?.message}
          {...form.register('name', { validate: (value) => value.trim() !== '' || t('required') })}
        />
        <TextField
          label={t('fact_businessNumber')}
          hint={t('businessNumberHint')}
          inputMode="numeric"
          maxLength={20}
          error={errors.businessNumber?.message}
          {...form.register('businessNumber', {
            validate: (value) => businessNumberFits(value) || t('businessNumberWrong'),
          })}
        />
        <TextField
          label={t('fact_representative')}
          hint={t('representativeHint')}
          maxLength={60}
          error={errors.representative?.message}
          {...form.register('representative')}
        />
        <SelectField
          label={t('fact_districtCode')}
          emptyLabel={t('districtNone')}
          error={errors.districtCode?.message}
          options={SEOUL_DISTRICTS.map((code) => ({
            value: code,
            label: districtName(code, language) ?? code,
          }))}
          {...form.register('districtCode')}
        />
      </div>
      <TextField
        label={t('fact_address')}
        maxLength={200}
        autoComplete="street-address"
        error={errors.address?.message}
        {...form.register('address')}
      />
      <div className="form-grid">
        <TextField
          label={t('fact_vulnerableEmploymentBp')}
          hint={t('employmentHint')}
          inputMode="decimal"
          maxLength={7}
          error={errors.vulnerableEmploymentBp?.message}
          {...form.register('vulnerableEmploymentBp', {
            validate: (_, values) => employmentFits(values, today()) || t('employmentWrong'),
          })}
        />
        <Controller
          control={form.control}
          name="vulnerableEmploymentOn"
          render={({ field }) => (
            <DayField
              label={t('fact_vulnerableEmploymentOn')}
              max={today()}
              error={errors.vulnerableEmploymentOn?.message}
              {...field}
            />
          )}
        />
      </div>
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceUpload
            label={t('evidence')}
            hint={t('evidenceHint')}
            value={field.value}
            onChange={field.onChange}
            error={errors.evidence?.message}
          />
        )}
      />
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        maxLength={500}
        error={errors.note?.message}
        {...form.register('note')}
      />
    </fieldset>
  );
}

/** The enterprise's own words. */
export function CompanyWordFields({ form }: FieldsProps) {
  const t = useMessages(companyMessages);
  const { errors } = form.formState;
  return (
    <fieldset className="stack company-fields">
      <legend>
        <h2>{t('ownFields')}</h2>
      </legend>
      <TextArea
        label={t('own_businessSummary')}
        hint={t('summaryHint')}
        rows={2}
        maxLength={500}
        error={errors.businessSummary?.message}
        {...form.register('businessSummary')}
      />
      <TextArea
        label={t('own_introduction')}
        rows={6}
        maxLength={4000}
        error={errors.introduction?.message}
        {...form.register('introduction')}
      />
      <div className="form-grid">
        <TextField
          label={t('own_phone')}
          type="tel"
          maxLength={40}
          autoComplete="tel"
          error={errors.phone?.message}
          {...form.register('phone')}
        />
        <TextField
          label={t('own_email')}
          type="email"
          maxLength={200}
          autoComplete="email"
          error={errors.email?.message}
          {...form.register('email')}
        />
        <TextField
          label={t('own_homepage')}
          hint={t('homepageHint')}
          maxLength={200}
          inputMode="url"
          autoComplete="url"
          error={errors.homepage?.message}
          {...form.register('homepage')}
        />
      </div>
    </fieldset>
  );
}
