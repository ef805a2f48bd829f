import { useRef, useState } from 'react';
import { useMessages } from '../lib/language';
import { FieldError, RequiredMark, useFieldIds, type FieldTexts } from './field';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './file-field.css';

export interface FileFieldProps extends FieldTexts {
  readonly value: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** endings with their dot: ['.xlsx', '.csv']; the server decides by content */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
}

/** Files by choosing or by dropping. What is too large or of another type is refused before it is sent. */
export function FileField({
  value,
  onChange,
  accept,
  maxBytes,
  multiple = false,
  disabled,
  ...texts
}: FileFieldProps) {
  const t = useMessages(componentMessages);
  const [refused, setRefused] = useState<string | undefined>();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const error = texts.error ?? refused;
  const ids = useFieldIds({ hint: texts.hint, error });

  const add = (list: FileList | null) => {
    const files = Array.from(list ?? []);
    const large = files.find((file) => file.size > maxBytes);
    const foreign = files.find((file) => !accept.some((ending) => file.name.toLowerCase().endsWith(ending)));
    setOver(false);
    if (foreign) return setRefused(t('fileWrongType', { name: foreign.name }));
    if (large) return setRefused(t('fileTooLarge', { name: large.name, limit: showBytes(maxBytes) }));
    setRefused(undefined);
    if (files.length > 0) onChange(multiple ? [...value, ...files] : files.slice(0, 1));
  };

  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label htmlFor={ids.id} className={texts.labelHidden ? 'visually-hidden' : 'field__label'}>
        {texts.label}
        {texts.required && <RequiredMark />}
      </label>
      {texts.hint && (
        <p className="field__hint" id={`${ids.id}-hint`}>
          {texts.hint}
        </p>
      )}
      <div
        className={over ? 'file-field file-field--over' : 'file-field'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          if (!disabled) add(event.dataTransfer.files);
        }}
      >
        <Icon name="upload" size={26} />
        <span className="file-field__drop">{t('fileDrop')}</span>
        <input
          {...ids}
          ref={input}
          type="file"
          className="file-field__input"
          accept={accept.join(',')}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
        <span className="button button--secondary button--small" aria-hidden="true">
          {t('fileChoose')}
        </span>
      </div>
      {value.length > 0 && (
        <ul className="file-field__files">
          {value.map((file, index) => (
            <li key={`${file.name}-${file.lastModified}-${index}`}>
              <span>{file.name}</span>
              <span className="file-field__size">{showBytes(file.size)}</span>
              <button type="button" onClick={() => onChange(value.filter((one) => one !== file))}>
                <Icon name="close" size={16} />
                <span className="visually-hidden">{t('fileRemove', { name: file.name })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <FieldError id={ids.id} error={error} />
    </div>
  );
}

function showBytes(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.round(bytes / 104_857.6) / 10} MB`;
}
