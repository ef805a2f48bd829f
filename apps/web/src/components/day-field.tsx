import type { Day } from '@ieum/domain';
import { useRef, useState, type Ref } from 'react';
import { readDay } from '../lib/date-format';
import { useMessages } from '../lib/language';
import { Field, useFieldIds, type FieldTexts } from './field';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './day-field.css';

export interface DayFieldProps extends FieldTexts {
  readonly name?: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
  readonly onBlur?: () => void;
  readonly min?: Day;
  readonly max?: Day;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A day by keyboard (20160305, 2016-03-05, 2016.3.5) or from the browser's own calendar. */
export function DayField({
  value,
  onChange,
  onBlur,
  name,
  min,
  max,
  disabled,
  ref,
  ...texts
}: DayFieldProps) {
  const t = useMessages(componentMessages);
  const [text, setText] = useState(value ?? '');
  const [left, setLeft] = useState(false);
  const [reported, setReported] = useState(value);
  const calendar = useRef<HTMLInputElement>(null);

  if (value !== reported) {
    setReported(value);
    setText(value ?? '');
  }
  const take = (typed: string) => {
    const day = typed.trim() === '' ? null : readDay(typed);
    setText(typed);
    setLeft(false);
    setReported(day);
    onChange(day);
  };

  const unreadable = text.trim() !== '' && value === null;
  const error = texts.error ?? (left && unreadable ? t('dayWrong') : undefined);
  const hint = texts.hint ?? t('dayHint');
  const ids = useFieldIds({ hint, error });
  return (
    <Field {...texts} id={ids.id} hint={hint} error={error}>
      <div className="day-field">
        <input
          {...ids}
          ref={ref}
          name={name}
          className="input"
          data-unreadable={unreadable || undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={14}
          disabled={disabled}
          aria-required={texts.required}
          value={text}
          onChange={(event) => take(event.target.value)}
          onBlur={() => {
            if (value !== null) setText(value);
            setLeft(true);
            onBlur?.();
          }}
        />
        <input
          ref={calendar}
          type="date"
          className="day-field__native"
          tabIndex={-1}
          aria-hidden="true"
          min={min}
          max={max}
          value={value ?? ''}
          onChange={(event) => take(event.target.value)}
        />
        <button
          type="button"
          className="day-field__open"
          disabled={disabled}
          onClick={() => calendar.current?.showPicker()}
        >
          <Icon name="calendar" />
          <span className="visually-hidden">{`${texts.label} ${t('openCalendar')}`}</span>
        </button>
      </div>
    </Field>
  );
}
