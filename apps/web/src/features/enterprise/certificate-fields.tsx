import { CERTIFICATION_TYPES } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Controller, type FieldPath, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { DayField } from '../../components/day-field';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { validityRulesQuery } from './api';
import { certificateMessages } from './certificate-messages';
import { lacksEvidence, periodFits, proposedEnd, type CertificateValues } from './certificate-values';
import { EvidenceUpload } from './evidence-upload';

interface CertificateFieldsProps {
  readonly form: UseFormReturn<CertificateValues>;
  /** another type is another certificate */
  readonly typeFixed: boolean;
  /** name of the evidence that stays unless another is uploaded; null = none is there */
  readonly keptEvidence: string | null;
}

export function useCertificateLabels(): Partial<Record<FieldPath<CertificateValues>, string>> {
  const t = useMessages(certificateMessages);
  return {
    type: t('type'),
    number: t('number'),
    issuer: t('issuer'),
    issuedOn: t('issuedOn'),
    issueRound: t('issueRound'),
    validFrom: t('validFrom'),
    validUntil: t('validUntil'),
    evidence: t('evidence'),
  };
}

export function CertificateFields({ form, typeFixed, keptEvidence }: CertificateFieldsProps) {
  const t = useMessages(certificateMessages);
  const words = useMessages(purchaseWords);
  const { errors } = form.formState;
  return (
    <>
      <div className="form-grid">
        <SelectField
          label={t('type')}
          required
          disabled={typeFixed}
          error={errors.type?.message}
          options={CERTIFICATION_TYPES.map((type) => ({ value: type, label: words(`certificate_${type}`) }))}
          {...form.register('type', { validate: (value) => typeFixed || value !== '' || t('choose') })}
        />
        <TextField
          label={t('number')}
          maxLength={60}
          autoComplete="off"
          error={errors.number?.message}
          {...form.register('number')}
        />
        <TextField
          label={t('issuer')}
          maxLength={100}
          error={errors.issuer?.message}
          {...form.register('issuer')}
        />
        <Controller
          control={form.control}
          name="issuedOn"
          render={({ field }) => (
            <DayField label={t('issuedOn')} max={today()} error={errors.issuedOn?.message} {...field} />
          )}
        />
        <TextField
          label={t('issueRound')}
          maxLength={30}
          autoComplete="off"
          error={errors.issueRound?.message}
          {...form.register('issueRound')}
        />
      </div>
      <PeriodFields form={form} />
      <Controller
        control={form.control}
        name="evidence"
        rules={{
          validate: (_, values) => !lacksEvidence(values, keptEvidence !== null) || t('evidenceMissing'),
        }}
        render={({ field }) => (
          <EvidenceUpload
            label={t('evidence')}
            hint={
              keptEvidence === null
                ? t('evidenceHint')
                : `${t('evidenceKept', { name: keptEvidence })} ${t('evidenceHint')}`
            }
            required={keptEvidence === null}
            value={field.value}
            onChange={field.onChange}
            error={errors.evidence?.message}
          />
        )}
      />
    </>
  );
}

function PeriodFields({ form }: Pick<CertificateFieldsProps, 'form'>) {
  const t = useMessages(certificateMessages);
  const { errors } = form.formState;
  const hasNoLimit = form.watch('hasNoLimit');
  return (
    <>
      <div className="form-grid">
        <Controller
          control={form.control}
          name="validFrom"
          rules={{ validate: (value) => value !== null || t('required') }}
          render={({ field }) => (
            <DayField label={t('validFrom')} required error={errors.validFrom?.message} {...field} />
          )}
        />
        <div className="stack stack--tight">
          <Controller
            control={form.control}
            name="validUntil"
            rules={{
              validate: (value, values) => {
                if (!values.hasNoLimit && value === null) return t('untilMissing');
                return values.validFrom === null || periodFits(values) || t('periodWrong');
              },
            }}
            render={({ field }) => (
              <DayField
                label={t('validUntil')}
                hint={t('validUntilHint')}
                required={!hasNoLimit}
                error={errors.validUntil?.message}
                {...field}
                value={hasNoLimit ? null : field.value}
                disabled={hasNoLimit}
              />
            )}
          />
          <CheckboxField label={t('noLimit')} {...form.register('hasNoLimit')} />
        </div>
      </div>
      <Proposal form={form} />
    </>
  );
}

/** What the guidelines say of the type: taken over by a press, never by itself. */
function Proposal({ form }: Pick<CertificateFieldsProps, 'form'>) {
  const t = useMessages(certificateMessages);
  const { language } = useLanguage();
  const rules = useQuery(validityRulesQuery);
  const [type, validFrom, validUntil, hasNoLimit] = form.watch([
    'type',
    'validFrom',
    'validUntil',
    'hasNoLimit',
  ]);
  const proposed = proposedEnd(rules.data?.items ?? [], { type, validFrom });
  if (proposed === null) return null;
  const day = showDay(proposed.validUntil, language);
  const isTaken =
    proposed.validUntil === null ? hasNoLimit : !hasNoLimit && validUntil === proposed.validUntil;
  const take = () => {
    form.setValue('hasNoLimit', proposed.validUntil === null, { shouldDirty: true });
    form.setValue('validUntil', proposed.validUntil, { shouldDirty: true });
    form.clearErrors('validUntil');
  };
  return (
    <div className="cluster" role="status">
      <span className="field__hint">
        {proposed.validUntil === null
          ? t('proposalNone', { basis: proposed.legalBasis })
          : t('proposal', { day, basis: proposed.legalBasis })}
      </span>
      {!isTaken && (
        <Button variant="secondary" size="small" onClick={take}>
          {proposed.validUntil === null ? t('takeNoLimit') : t('takeProposal', { day })}
        </Button>
      )}
    </div>
  );
}
