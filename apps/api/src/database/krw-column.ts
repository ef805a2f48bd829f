import { Column, type ColumnOptions } from 'typeorm';

/** Won as a bigint column and an integer in code; TypeORM hands bigint over as text unless told otherwise. */
export function KrwColumn(options: ColumnOptions & { name: string }): PropertyDecorator {
  return Column({
    ...options,
    type: 'bigint',
    transformer: {
      to: (value: number | null) => value,
      from: (value: string | number | null) => (value === null ? null : Number(value)),
    },
  });
}
