import { useCallback } from 'react';
import { useForm, type FieldError, type Resolver, type UseFormReturn } from 'react-hook-form';
import { useMessages, type Translate } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { entryMessages } from './entry-messages';
import {
  faultsOf,
  type FieldFault,
  type PurchaseFormField,
  type PurchaseFormValues,
} from './purchase-form-values';

type Sentence = Translate<(typeof entryMessages)['ko']>;

/** The form of a purchase; the rule of entry is its validation. */
export function usePurchaseForm(initial: PurchaseFormValues): UseFormReturn<PurchaseFormValues> {
  const t = useMessages(entryMessages);
  const resolver = useCallback<Resolver<PurchaseFormValues>>(
    (values) => {
      const errors: Partial<Record<PurchaseFormField, FieldError>> = {};
      for (const fault of faultsOf(values))
        errors[fault.field] = { type: fault.rule, message: faultSentence(fault, t) };
      if (values.departmentId === '')
        errors.departmentId = { type: 'required', message: t('error_departmentId') };
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
    },
    [t],
  );
  return useForm<PurchaseFormValues>({ defaultValues: initial, resolver, shouldFocusError: false });
}

/** Labels of the fields for the summary of errors. */
export function usePurchaseLabels(): Partial<Record<PurchaseFormField, string>> {
  const t = useMessages(entryMessages);
  return {
    departmentId: t('department'),
    supplierName: t('supplier'),
    businessNumber: t('businessNumber'),
    item: t('item'),
    amountKrw: t('amount'),
    supplyValueKrw: t('supplyValue'),
    contractDate: t('contractDate'),
    paymentDate: t('paymentDate'),
    kind: t('kind'),
    channel: t('channel'),
    method: t('method'),
    contractNumber: t('contractNumber'),
    budgetObjectCode: t('budgetObjectCode'),
    note: t('note'),
  };
}

/** Puts a refusal that speaks of one field beside that field. Throws what it was given otherwise. */
export function throwPlaced(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const named = error.details.field;
  const path =
    error.code === 'DUPLICATE_CONTRACT_NUMBER'
      ? 'contractNumber'
      : error.code === 'PURCHASE_INVALID' && typeof named === 'string'
        ? named
        : null;
  if (path === null) throw error;
  const { status, code, detail, requestId, details } = error;
  throw new ProblemError({
    status,
    code,
    detail,
    requestId,
    details,
    errors: [{ path, rule: code, message: detail }],
  });
}

function faultSentence({ field, rule }: FieldFault, t: Sentence): string {
  if (rule === 'too_long') return t('error_tooLong');
  const isText = field === 'item' || field === 'supplierName' || field === 'contractNumber';
  return isText && rule !== 'required' ? t('error_hazard') : t(`error_${field}`);
}
