import { useCallback } from 'react';
import { useForm, type FieldError, type Resolver, type UseFormReturn } from 'react-hook-form';
import { today } from '../../lib/date-format';
import { useMessages, type Translate } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { faultOf, type ContractFaultAt, type ContractValues } from './contract-values';
import { contractMessages } from './messages';

type Sentence = Translate<(typeof contractMessages)['ko']>;
type Field = keyof ContractValues;

const MUST_BE_THERE = ['institutionId', 'item', 'kind', 'signedOn', 'valueKrw'] as const;
const LABELLED = [...MUST_BE_THERE, 'supplyValueKrw', 'classificationCode', 'parties', 'note'] as const;

/** The form of a contract; the rule that the server calls is its validation. */
export function useContractForm(initial: ContractValues, hasMatch: boolean): UseFormReturn<ContractValues> {
  const t = useMessages(contractMessages);
  const resolver = useCallback<Resolver<ContractValues>>(
    (values) => {
      const errors: Partial<Record<Field, FieldError>> = {};
      for (const field of MUST_BE_THERE) {
        const value = values[field];
        if (value === null || String(value).trim() === '')
          errors[field] = { type: 'required', message: t(field === 'kind' ? 'choose' : 'required') };
      }
      const code = values.classificationCode.trim();
      if (code !== '' && !/^\d{8}(\d{2})?$/.test(code))
        errors.classificationCode = { type: 'pattern', message: t('classificationCodeHint') };
      const fault = faultOf(values, hasMatch, today());
      const field = LABELLED.find((one) => one === fault?.field);
      if (fault !== null && field !== undefined)
        errors[field] ??= { type: fault.rule, message: faultSentence(fault, t) };
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
    },
    [t, hasMatch],
  );
  return useForm<ContractValues>({ defaultValues: initial, resolver, shouldFocusError: false });
}

/** Labels of the fields for the summary of errors. */
export function useContractLabels(): Partial<Record<Field, string>> {
  const t = useMessages(contractMessages);
  return {
    institutionId: t('institution'),
    item: t('item'),
    kind: t('kind'),
    signedOn: t('signedOn'),
    valueKrw: t('value'),
    supplyValueKrw: t('supplyValue'),
    classificationCode: t('classificationCode'),
    parties: t('parties'),
    note: t('note'),
  };
}

/** Puts a refusal that speaks of one field beside that field. Throws what it was given otherwise. */
export function throwPlaced(error: unknown): never {
  if (!(error instanceof ProblemError) || error.code !== 'CONTRACT_INVALID') throw error;
  const { status, code, detail, requestId, details } = error;
  const errors = [{ path: String(details.field), rule: code, message: detail }];
  throw new ProblemError({ status, code, detail, requestId, details, errors });
}

function faultSentence({ field, rule }: ContractFaultAt, t: Sentence): string {
  if (field === 'note') return t('fault_note');
  switch (rule) {
    case 'future':
    case 'too_much':
    case 'text':
    case 'required':
    case 'one_lead':
    case 'twice':
    case 'all_or_none':
    case 'sum':
      return t(`fault_${rule}`);
    default:
      return t('fault_unexpected');
  }
}
