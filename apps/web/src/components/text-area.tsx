import type { Ref, TextareaHTMLAttributes } from 'react';
import { Field, useFieldIds, type FieldTexts } from './field';

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'required'>;

export interface TextAreaProps extends FieldTexts, Native {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ label, hint, error, required, labelHidden, id, ...native }: TextAreaProps) {
  const ids = useFieldIds({ hint, error }, id);
  return (
    <Field id={ids.id} label={label} hint={hint} error={error} required={required} labelHidden={labelHidden}>
      <textarea rows={3} {...native} {...ids} className="input" aria-required={required} />
    </Field>
  );
}
