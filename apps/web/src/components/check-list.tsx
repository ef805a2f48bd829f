import { FieldError, useFieldIds } from './field';

interface CheckListProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: readonly Value[];
  readonly onChange: (value: Value[]) => void;
}

/** Several of a list; the order is that of the list, whatever is pressed first. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { label, hint, error, options, value, onChange } = props;
  const ids = useFieldIds({ hint, error });
  return (
    <fieldset
      id={ids.id}
      className={error ? 'field field--wrong' : 'field'}
      aria-describedby={ids['aria-describedby']}
    >
      <legend className="field__label">{label}</legend>
      {hint && (
        <p className="field__hint" id={`${ids.id}-hint`}>
          {hint}
        </p>
      )}
      <div className="choice-list choice-list--inline">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === option.value ? event.target.checked : value.includes(one))),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldError id={ids.id} error={error} />
    </fieldset>
  );
}
