import { Controller, type UseFormReturn } from 'react-hook-form';
import { DayField } from '../../components/day-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { refusalSentence } from '../../lib/refusal-sentence';
import { districtName, SEOUL_DISTRICTS } from '../../lib/seoul-tiles';
import { registerMessages } from './messages';
import { failsChecksum, faultOf, type SupplierValues } from './supplier-values';

type TextName = Exclude<keyof SupplierValues, 'vulnerableEmploymentOn' | 'closedOn'>;

/** The facts of a supplier in four parts. */
export function SupplierFields({ form }: { readonly form: UseFormReturn<SupplierValues> }) {
  const t = useMessages(registerMessages);
  const { language } = useLanguage();
  const { errors } = form.formState;
  const validate = (field: keyof SupplierValues) => (_: unknown, values: SupplierValues) => {
    const fault = faultOf(field, values, today());
    if (fault === null) return true;
    return typeof fault === 'string' ? t(fault) : refusalSentence(fault, language);
  };
  const text = (name: TextName, maxLength: number) => ({
    label: t(name),
    maxLength,
    autoComplete: 'off',
    error: errors[name]?.message,
    ...form.register(name, { validate: validate(name) }),
  });
  const district = form.watch('districtCode');
  const codes =
    SEOUL_DISTRICTS.includes(district) || district === '' ? SEOUL_DISTRICTS : [district, ...SEOUL_DISTRICTS];
  return (
    <>
      <fieldset className="supplier-form__part">
        <legend>{t('partIdentity')}</legend>
        <div className="form-grid">
          <TextField {...text('name', 100)} required />
          <TextField
            {...text('businessNumber', 20)}
            inputMode="numeric"
            hint={
              failsChecksum(form.watch('businessNumber')) ? (
                <Warning text={t('businessNumberChecksum')} />
              ) : (
                t('businessNumberHint')
              )
            }
          />
          <TextField {...text('representative', 60)} hint={t('representativeHint')} />
          <SelectField
            label={t('districtCode')}
            emptyLabel={t('districtNone')}
            error={errors.districtCode?.message}
            options={codes.map((code) => ({ value: code, label: districtName(code, language) ?? code }))}
            {...form.register('districtCode')}
          />
        </div>
        <TextField {...text('address', 200)} />
      </fieldset>
      <fieldset className="supplier-form__part">
        <legend>{t('partContact')}</legend>
        <div className="form-grid">
          <TextField {...text('phone', 40)} type="tel" hint={t('phoneHint')} />
          <TextField {...text('email', 200)} type="email" spellCheck={false} />
          <TextField {...text('homepage', 200)} inputMode="url" spellCheck={false} />
        </div>
      </fieldset>
      <fieldset className="supplier-form__part">
        <legend>{t('partActivity')}</legend>
        <TextField {...text('businessSummary', 500)} />
        <div className="form-grid">
          <TextField {...text('socialPurpose', 100)} />
          <TextField {...text('serviceField', 100)} />
        </div>
        <TextArea
          label={t('introduction')}
          maxLength={4000}
          error={errors.introduction?.message}
          {...form.register('introduction')}
        />
      </fieldset>
      <fieldset className="supplier-form__part">
        <legend>{t('partState')}</legend>
        <div className="form-grid">
          <TextField {...text('employment', 10)} inputMode="decimal" hint={t('employmentHint')} />
          <Controller
            control={form.control}
            name="vulnerableEmploymentOn"
            rules={{ validate: validate('vulnerableEmploymentOn') }}
            render={({ field }) => (
              <DayField
                label={t('vulnerableEmploymentOn')}
                error={errors.vulnerableEmploymentOn?.message}
                max={today()}
                {...field}
              />
            )}
          />
          <Controller
            control={form.control}
            name="closedOn"
            render={({ field }) => (
              <DayField
                label={t('closedOn')}
                hint={t('closedHint')}
                error={errors.closedOn?.message}
                {...field}
              />
            )}
          />
        </div>
      </fieldset>
    </>
  );
}

/** Worth a second look; nothing is refused for it. */
function Warning({ text }: { readonly text: string }) {
  return (
    <span className="supplier-form__warning" role="status">
      {text}
    </span>
  );
}
