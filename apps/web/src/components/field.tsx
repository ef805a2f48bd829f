import { useId, type ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './field.css';

export interface FieldTexts {
  readonly label: string;
  readonly hint?: ReactNode;
  /** the sentence beside the field; undefined = nothing wrong */
  readonly error?: string | undefined;
  /** marks the label; whether it is checked is the form's business */
  readonly required?: boolean;
  /** for tables and search rows, where a heading says it already */
  readonly labelHidden?: boolean;
}

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** Ids that tie a control to its label, hint and error. */
export function useFieldIds(texts: Pick<FieldTexts, 'hint' | 'error'>, givenId?: string): FieldIds {
  const ownId = useId();
  const id = givenId ?? ownId;
  const described = [texts.hint && `${id}-hint`, texts.error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': texts.error ? true : undefined,
  };
}

interface FieldProps extends FieldTexts {
  readonly id: string;
  readonly children: ReactNode;
}

/** Label above, control, hint, error below; the frame of every single control. */
export function Field({
  id,
  label,
  hint,
  error,
  required = false,
  labelHidden = false,
  children,
}: FieldProps) {
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="field__error" id={`${id}-error`}>
      <Icon name="error" size={18} />
      {error}
    </p>
  );
}

export function RequiredMark() {
  const t = useMessages(componentMessages);
  return <span className="field__required">{t('required')}</span>;
}
