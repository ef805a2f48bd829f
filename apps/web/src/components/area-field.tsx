import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { areasQuery } from '../lib/area-queries';
import type { FieldTexts } from './field';
import { SelectField } from './select-field';

interface AreaFieldProps extends FieldTexts {
  /** '' = none chosen, or all */
  readonly value: string;
  readonly onChange: (areaId: string) => void;
  readonly onBlur?: () => void;
  /** text of the empty choice */
  readonly emptyLabel?: string;
  readonly ref?: Ref<HTMLSelectElement>;
}

/** One of the areas in which the person may work. Who works in a single one has nothing to choose. */
export function AreaField({ onChange, onBlur, ...field }: AreaFieldProps) {
  const { data } = useQuery(areasQuery);
  const areas = data?.items ?? [];
  if (areas.length === 1) return null;
  return (
    <SelectField
      {...field}
      onBlur={onBlur}
      onChange={(event) => onChange(event.target.value)}
      options={areas.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
