import { PUBLISHING_FIELDS } from '@ieum/domain';
import { useCallback } from 'react';
import { useForm, type FieldError, type Resolver, type UseFormReturn } from 'react-hook-form';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { FORM_FIELD_OF, faultsOf, type ItemFormField, type ItemFormValues } from './item-form-values';
import { catalogueMessages } from './messages';

/**
 * The form of an item; the rule of publication is its validation.
 * @param isPublic asked at each submit: will everybody see what is sent?
 */
export function useItemForm(initial: ItemFormValues, isPublic: () => boolean): UseFormReturn<ItemFormValues> {
  const t = useMessages(catalogueMessages);
  const resolver = useCallback<Resolver<ItemFormValues>>(
    (values) => {
      const errors: Partial<Record<ItemFormField, FieldError>> = {};
      for (const { field, rule } of faultsOf(values, isPublic()))
        errors[field] = { type: rule, message: t(`error_${rule}`) };
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors };
    },
    [t, isPublic],
  );
  return useForm<ItemFormValues>({ defaultValues: initial, resolver, shouldFocusError: false });
}

/** Labels of the fields for the summary of errors. */
export function useItemLabels(): Partial<Record<ItemFormField, string>> {
  const t = useMessages(catalogueMessages);
  return {
    name: t('name'),
    category: t('category'),
    description: t('descriptionField'),
    priceKrw: t('price'),
    unit: t('unit'),
    kind: t('kind'),
    leadTimeDays: t('leadTime'),
    minimumOrder: t('minimumOrder'),
    regions: t('regions'),
  };
}

/** Puts a refusal that speaks of fields beside them. Throws what it was given otherwise. */
export function throwPlaced(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const paths = pathsOf(error);
  if (paths.length === 0) throw error;
  const { status, code, detail, requestId, details } = error;
  const rule = code === 'CATALOGUE_ITEM_INCOMPLETE' ? 'required' : code;
  throw new ProblemError({
    status,
    code,
    detail,
    requestId,
    details,
    errors: paths.map((path) => ({ path, rule, message: detail })),
  });
}

function pathsOf({ code, details }: ProblemError): ItemFormField[] {
  if (code === 'CATEGORY_UNKNOWN') return ['category'];
  if (code !== 'CATALOGUE_ITEM_INCOMPLETE') return [];
  const missing = String(details.missing ?? '').split(',');
  return PUBLISHING_FIELDS.filter((field) => missing.includes(field)).map((field) => FORM_FIELD_OF[field]);
}
