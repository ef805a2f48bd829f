import type { InputHTMLAttributes, Ref } from 'react';
import { Field, useFieldIds, type FieldTexts } from './field';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'required'>;

export interface TextFieldProps extends FieldTexts, Native {
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text: `<TextField label={…} error={…} {...form.register('item')} />`. */
export function TextField({ label, hint, error, required, labelHidden, id, ...native }: TextFieldProps) {
  const ids = useFieldIds({ hint, error }, id);
  return (
    <Field id={ids.id} label={label} hint={hint} error={error} required={required} labelHidden={labelHidden}>
      <input {...native} {...ids} className="input" aria-required={required} />
    </Field>
  );
}
