import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { useMessages } from '../lib/language';
import { RequiredMark, type FieldTexts } from './field';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './combo-box-field.css';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** a second line: number, district, … */
  readonly detail?: string;
}

export interface ComboBoxFieldProps extends FieldTexts {
  /** tells apart the searches in the cache: 'suppliers' */
  readonly searchKey: string;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;
  readonly value: ComboOption | null;
  /** what stands in the field at first when nothing of the register is chosen: a kept draft */
  readonly initialText?: string;
  readonly onChange: (option: ComboOption | null) => void;
  /** what is typed, for fields that also take a name that is not in the register */
  readonly onText?: (text: string) => void;
  readonly onBlur?: () => void;
  readonly disabled?: boolean;
}

const PAUSE_MS = 200;

/** Search as you type, on the server. Loads a larger library: import the page that uses it lazily. */
export function ComboBoxField(props: ComboBoxFieldProps) {
  const { searchKey, search, value, onChange, onText, onBlur, disabled, label, hint, error, required } =
    props;
  const t = useMessages(componentMessages);
  const [text, setText] = useState(value?.label ?? props.initialText ?? '');
  const [shownValue, setShownValue] = useState(value);
  const { frame, dialog } = useDialogAround();
  const paused = usePaused(text);
  const { data, isFetching } = useQuery({
    queryKey: ['combo-box', searchKey, paused],
    queryFn: ({ signal }) => search(paused, signal),
    placeholderData: keepPreviousData,
  });
  if (value !== shownValue) {
    setShownValue(value);
    if (value !== null) setText(value.label);
  }
  const options = data ?? [];
  return (
    <ComboBox
      ref={frame}
      className={error ? 'field field--wrong combo-box' : 'field combo-box'}
      items={options}
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        onText?.(typed);
        if (value !== null && typed !== value.label) onChange(null);
      }}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen === undefined) return;
        setText(chosen.label);
        onChange(chosen);
      }}
      onBlur={onBlur}
      isDisabled={disabled ?? false}
      isInvalid={Boolean(error)}
      isRequired={required ?? false}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label className="field__label">
        {label}
        {required && <RequiredMark />}
      </Label>
      {hint && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <div className="combo-box__control">
        <Input className="input" maxLength={200} />
        <Button className="combo-box__open">
          <Icon name="down" />
        </Button>
      </div>
      <FieldError className="field__error">
        <Icon name="error" size={18} />
        {error}
      </FieldError>
      <Popover className="combo-box__list" {...(dialog === null ? {} : { UNSTABLE_portalContainer: dialog })}>
        <ListBox<ComboOption>
          renderEmptyState={() => (
            <p className="combo-box__empty">
              {isFetching || paused !== text.trim() ? t('searching') : t('nothingFound')}
            </p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="combo-box__option">
              <span>{option.label}</span>
              {option.detail && <span className="combo-box__detail">{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The list of a field inside a modal dialog is drawn there as well: all the rest of the page takes no press. */
function useDialogAround() {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const frame = useCallback((element: HTMLElement | null) => {
    if (element !== null) setDialog(element.closest('dialog'));
  }, []);
  return { frame, dialog };
}

/** The text once typing has paused: one request per word instead of one per key. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(text.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return paused;
}
