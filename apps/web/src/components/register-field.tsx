import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useController } from 'react-hook-form';
import { ComboBoxField, type ComboBoxFieldProps } from './combo-box-field';

interface RegisterFieldProps<Values extends FieldValues> extends Pick<
  ComboBoxFieldProps,
  'searchKey' | 'search' | 'label' | 'hint'
> {
  readonly form: UseFormReturn<Values>;
  /** where the id is kept; '' = none chosen */
  readonly idName: Path<Values>;
  /** where its name is kept beside it, so that a draft can show it */
  readonly labelName: Path<Values>;
  /** after another one was chosen, or none */
  readonly onChosen?: () => void;
}

/** A search field of a form for something of a register: its id and its name are two values of the form. */
export function RegisterField<Values extends FieldValues>(props: RegisterFieldProps<Values>) {
  const { form, idName, labelName, onChosen, ...texts } = props;
  const { field, fieldState } = useController({ name: idName, control: form.control });
  const id = String(field.value ?? '');
  const label = String(form.watch(labelName) ?? '');
  return (
    <div ref={(element) => field.ref({ focus: () => element?.querySelector('input')?.focus() })}>
      <ComboBoxField
        {...texts}
        error={fieldState.error?.message}
        value={id === '' ? null : { id, label }}
        onBlur={field.onBlur}
        onChange={(option) => {
          form.setValue(labelName, (option?.label ?? '') as PathValue<Values, Path<Values>>);
          field.onChange(option?.id ?? '');
          onChosen?.();
        }}
      />
    </div>
  );
}
