import { isRefusal, parseKrw, type MoneyUnit } from '@ieum/domain';
import { useLayoutEffect, useRef, useState, type ChangeEvent, type Ref } from 'react';
import { useLanguage, useMessages } from '../lib/language';
import { moneyMessages, plainKrw, showKrw } from '../lib/money-format';
import { Field, useFieldIds, type FieldTexts } from './field';
import { componentMessages } from './messages';

export interface MoneyFieldProps extends FieldTexts {
  readonly name?: string;
  /** won; null = nothing, or nothing readable, typed */
  readonly value: number | null;
  readonly onChange: (amountKrw: number | null) => void;
  readonly onBlur?: () => void;
  /** the unit that is typed; the value stays in won */
  readonly unit?: MoneyUnit;
  /** what is counted, where it is not money: the word of a piece */
  readonly countWord?: string;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

const PLAIN_NUMBER = /^[-−]?[\d,]*$/;

/**
 * An amount with separators as it is typed. A pasted amount with its unit word is understood too.
 * Give it to react-hook-form by a Controller.
 */
export function MoneyField({
  value,
  onChange,
  onBlur,
  unit = 'won',
  countWord,
  name,
  disabled,
  ref,
  ...texts
}: MoneyFieldProps) {
  const t = useMessages(componentMessages);
  const { language } = useLanguage();
  const [text, setText] = useState(() => typedText(value, unit));
  const [left, setLeft] = useState(false);
  const [reported, setReported] = useState(value);
  const caret = useRef<{ input: HTMLInputElement; digitsAfter: number } | null>(null);

  // A value that came from outside (a draft, a reset) replaces the text; our own does not disturb the typing.
  if (value !== reported) {
    setReported(value);
    setText(typedText(value, unit));
  }

  useLayoutEffect(() => {
    if (caret.current === null) return;
    const { input, digitsAfter } = caret.current;
    caret.current = null;
    const place = placeBefore(input.value, digitsAfter);
    input.setSelectionRange(place, place);
  }, [text]);

  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const typed = target.value;
    const digitsAfter = typed.slice(target.selectionStart ?? typed.length).replace(/\D/g, '').length;
    const shown = PLAIN_NUMBER.test(typed) ? withSeparators(typed) : typed;
    caret.current = { input: target, digitsAfter };
    const amount = readAmount(shown, unit);
    setText(shown);
    setLeft(false);
    setReported(amount);
    onChange(amount);
  };

  const unreadable = text.trim() !== '' && value === null;
  const error =
    texts.error ??
    (left && unreadable ? t(countWord === undefined ? 'moneyWrong' : 'numberWrong') : undefined);
  const ids = useFieldIds({ hint: texts.hint, error });
  return (
    <Field {...texts} id={ids.id} error={error}>
      <div className="input-row">
        <input
          {...ids}
          ref={ref}
          name={name}
          className="input input--number"
          data-unreadable={unreadable || undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          disabled={disabled}
          aria-required={texts.required}
          value={text}
          onChange={change}
          onBlur={() => {
            if (value !== null) setText(typedText(value, unit));
            setLeft(true);
            onBlur?.();
          }}
        />
        <span className="input-row__unit">{countWord ?? moneyMessages[language][unit]}</span>
      </div>
    </Field>
  );
}

function typedText(value: number | null, unit: MoneyUnit): string {
  if (value === null) return '';
  // What does not fit the unit without a rest is shown exactly, never rounded while somebody edits it.
  const inUnit = plainKrw(value, unit);
  return Number.isInteger(inUnit) ? showKrw(inUnit) : String(inUnit);
}

function readAmount(text: string, unit: MoneyUnit): number | null {
  if (text.trim() === '') return null;
  const amount = parseKrw(text, unit);
  return isRefusal(amount) ? null : Number(amount);
}

function withSeparators(typed: string): string {
  const sign = /^[-−]/.test(typed) ? '-' : '';
  const digits = typed.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The caret keeps the same number of digits to its right, whatever separators came or went. */
function placeBefore(text: string, digitsAfter: number): number {
  let place = text.length;
  for (let left = digitsAfter; left > 0 && place > 0; place -= 1) {
    if (/\d/.test(text.charAt(place - 1))) left -= 1;
  }
  return place;
}
