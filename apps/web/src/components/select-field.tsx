import type { Ref, SelectHTMLAttributes } from 'react';
import { useMessages } from '../lib/language';
import { Field, useFieldIds, type FieldTexts } from './field';
import { componentMessages } from './messages';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

type Native = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'required' | 'children'>;

export interface SelectFieldProps extends FieldTexts, Native {
  readonly options: readonly SelectOption[];
  /** text of the empty choice; null = there is none */
  readonly emptyLabel?: string | null;
  readonly ref?: Ref<HTMLSelectElement>;
}

/** The browser's own list: works with every keyboard, reader and phone. */
export function SelectField({
  label,
  hint,
  error,
  required,
  labelHidden,
  id,
  options,
  emptyLabel,
  ...native
}: SelectFieldProps) {
  const t = useMessages(componentMessages);
  const ids = useFieldIds({ hint, error }, id);
  return (
    <Field id={ids.id} label={label} hint={hint} error={error} required={required} labelHidden={labelHidden}>
      <select {...native} {...ids} className="input" aria-required={required}>
        {emptyLabel !== null && <option value="">{emptyLabel ?? t('choose')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
