import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { Form, FormActions } from '../../components/form';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName } from '../../lib/seoul-tiles';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createClaim, ENTERPRISE_KEY, type ClaimableSupplier } from './api';
import { claimMessages } from './claim-messages';
import { claimOf, EMPTY_CLAIM, isClaimValues, type ClaimValues } from './claim-values';
import { EvidenceUpload } from './evidence-upload';

interface ClaimFormProps {
  readonly supplier: ClaimableSupplier;
  readonly onOther: () => void;
}

export function ClaimForm({ supplier, onOther }: ClaimFormProps) {
  const t = useMessages(claimMessages);
  const { language } = useLanguage();
  const say = useToast();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<ClaimValues>('enterprise:claim', isClaimValues);
  const form = useForm<ClaimValues>({ defaultValues: draft.kept ?? EMPTY_CLAIM, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const district = districtName(supplier.districtCode, language);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isClaimValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const send = async (values: ClaimValues) => {
    const body = claimOf(supplier, values);
    await createClaim(body, idempotency.headersFor(body));
    idempotency.renew();
    draft.clear();
    say(t('sent'));
    await queryClient.invalidateQueries({ queryKey: ENTERPRISE_KEY });
  };
  return (
    <Form form={form} onSubmit={send} labels={{ note: t('note'), evidence: t('evidence') }}>
      <p>
        <strong>
          {district === null
            ? t('isOursNowhere', { name: supplier.name })
            : t('isOurs', { name: supplier.name, district })}
        </strong>
      </p>
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        rows={3}
        maxLength={500}
        required
        error={errors.note?.message}
        {...form.register('note', { validate: (value) => value.trim() !== '' || t('required') })}
      />
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
      <FormActions>
        <Button type="submit" busy={isSubmitting}>
          {t('send')}
        </Button>
        <Button variant="secondary" onClick={onOther}>
          {t('other')}
        </Button>
      </FormActions>
    </Form>
  );
}
