import type { InputHTMLAttributes, Ref } from 'react';
import { FieldError, useFieldIds, type FieldTexts } from './field';
import './choice.css';

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'required' | 'type'>;

export interface CheckboxFieldProps extends Omit<FieldTexts, 'labelHidden'>, Native {
  readonly ref?: Ref<HTMLInputElement>;
}

export function CheckboxField({ label, hint, error, required, id, ...native }: CheckboxFieldProps) {
  const ids = useFieldIds({ hint, error }, id);
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label className="choice">
        <input {...native} {...ids} type="checkbox" aria-required={required} />
        <span>{label}</span>
      </label>
      {hint && (
        <p className="field__hint choice__hint" id={`${ids.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={ids.id} error={error} />
    </div>
  );
}
