import { FieldError, RequiredMark, useFieldIds, type FieldTexts } from './field';
import './choice.css';

export interface RadioOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface RadioGroupProps extends FieldTexts {
  readonly name: string;
  readonly options: readonly RadioOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** side by side instead of one below the other */
  readonly inline?: boolean;
  readonly disabled?: boolean;
}

export function RadioGroup(props: RadioGroupProps) {
  const {
    label,
    hint,
    error,
    required,
    labelHidden,
    name,
    options,
    value,
    onChange,
    onBlur,
    inline,
    disabled,
  } = props;
  const ids = useFieldIds({ hint, error });
  return (
    <fieldset
      className={error ? 'field field--wrong' : 'field'}
      role="radiogroup"
      aria-required={required}
      aria-invalid={ids['aria-invalid']}
      aria-describedby={ids['aria-describedby']}
    >
      <legend className={labelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
        {required && <RequiredMark />}
      </legend>
      {hint && (
        <p className="field__hint" id={`${ids.id}-hint`}>
          {hint}
        </p>
      )}
      <div className={inline ? 'choice-list choice-list--inline' : 'choice-list'}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={disabled}
              onChange={() => onChange(option.value)}
              onBlur={onBlur}
            />
            <span>
              {option.label}
              {option.hint && <span className="choice__text">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={ids.id} error={error} />
    </fieldset>
  );
}
