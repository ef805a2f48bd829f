import { DayField } from '../../components/day-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { dayOrNull, numberOrNull, textOf, type EntryField, type EntryValues } from './entry-values';

interface EntryFieldsProps {
  readonly fields: readonly EntryField[];
  readonly values: EntryValues;
  readonly onChange: (patch: EntryValues) => void;
  readonly errorOf: (field: EntryField) => string | undefined;
}

export function EntryFields({ fields, values, onChange, errorOf }: EntryFieldsProps) {
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <EntryInput
          key={field.name}
          field={field}
          values={values}
          onChange={onChange}
          error={errorOf(field)}
        />
      ))}
    </div>
  );
}

interface EntryInputProps extends Pick<EntryFieldsProps, 'values' | 'onChange'> {
  readonly field: EntryField;
  readonly error: string | undefined;
}

function EntryInput({ field, values, onChange, error }: EntryInputProps) {
  const { name, label, kind, required = false, hint, max = 100, options = [] } = field;
  const texts = { label, required, error, ...(hint === undefined ? {} : { hint }) };
  if (kind === 'day')
    return (
      <DayField {...texts} value={dayOrNull(values, name)} onChange={(day) => onChange({ [name]: day })} />
    );
  if (kind === 'money')
    return (
      <MoneyField
        {...texts}
        value={numberOrNull(values, name)}
        onChange={(amount) => onChange({ [name]: amount })}
      />
    );
  if (kind === 'choice')
    return (
      <SelectField
        {...texts}
        value={textOf(values, name)}
        options={options}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    );
  return (
    <TextField
      {...texts}
      maxLength={max}
      inputMode={kind === 'count' ? 'numeric' : 'text'}
      value={String(values[name] ?? '')}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
}
