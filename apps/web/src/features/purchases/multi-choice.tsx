import { useId } from 'react';
import { Icon } from '../../components/icon';
import '../../components/choice.css';
import './multi-choice.css';

interface MultiChoiceProps {
  readonly label: string;
  /** what it says when nothing, and therefore everything, is chosen */
  readonly allLabel: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Several values of one filter behind one control, as high as a list beside it. */
export function MultiChoice({ label, allLabel, options, value, onChange }: MultiChoiceProps) {
  const labelId = useId();
  const chosen = options.filter((option) => value.includes(option.value)).map((option) => option.label);
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <div className="field">
      <span className="field__label" id={labelId}>
        {label}
      </span>
      <details
        className="multi-choice"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.currentTarget.open = false;
          event.currentTarget.querySelector('summary')?.focus();
        }}
      >
        <summary className="input">
          <span className="visually-hidden">{label}</span>
          <span className="multi-choice__chosen">{chosen.length === 0 ? allLabel : chosen.join(', ')}</span>
          <Icon name="down" size={16} />
        </summary>
        <fieldset className="multi-choice__list" aria-labelledby={labelId}>
          {options.map((option) => (
            <label className="choice" key={option.value}>
              <input
                type="checkbox"
                checked={value.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
