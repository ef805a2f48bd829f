import { useMessages } from '../../lib/language';
import { useListedValue } from '../../lib/listed-value';
import { listedWords } from '../../lib/listed-words';
import type { ListRow } from './api';
import { listMessages } from './messages';
import type { RowChoice } from './list-rows';

type Difference = ListRow['differences'][number];

interface ListDifferencesProps {
  readonly row: ListRow;
  readonly disabled: boolean;
  readonly onChoose: (choice: RowChoice) => void;
}

/** Old value → new value; what a person wrote has a box that lets the list replace it. */
export function ListDifferences({ row, disabled, onChoose }: ListDifferencesProps) {
  const t = useMessages(listMessages);
  const word = useMessages(listedWords);
  const shown = useListedValue();
  const line = (one: Difference) => (
    <span>
      {t('differenceLine', {
        field: word(`fact_${one.field}`),
        before: shown(one.field, one.before),
        after: shown(one.field, one.after),
      })}
      {one.byHand && ` · ${t('byHand')}`}
    </span>
  );
  const taken = row.differences.filter((one) => one.byHand && one.taken).map((one) => one.field);
  return (
    <ul className="list-differences">
      {row.differences.map((one) => (
        <li key={one.field}>
          {one.byHand ? (
            <label>
              <input
                type="checkbox"
                aria-label={t('takeField', { row: row.rowNumber, field: word(`fact_${one.field}`) })}
                checked={one.taken}
                disabled={disabled}
                onChange={() =>
                  onChoose({
                    rowNumber: row.rowNumber,
                    takeFields: one.taken
                      ? taken.filter((field) => field !== one.field)
                      : [...taken, one.field],
                  })
                }
              />
              {line(one)}
            </label>
          ) : (
            line(one)
          )}
        </li>
      ))}
    </ul>
  );
}

export function RowProblems({ row }: { readonly row: ListRow }) {
  const t = useMessages(listMessages);
  const word = useMessages(listedWords);
  const lines = [...row.problems, ...row.notes].map(({ field, code }) =>
    t('problemLine', {
      field: field === 'region' ? t('field_region') : word(`fact_${field}`),
      problem: t(`problem_${code}`),
    }),
  );
  if (row.duplicateOf !== null) lines.unshift(t('duplicateOf', { row: row.duplicateOf }));
  return <>{lines.join(', ')}</>;
}

export function RowKept({ row }: { readonly row: ListRow }) {
  const t = useMessages(listMessages);
  const word = useMessages(listedWords);
  const lines = row.kept.map(({ field, reason }) =>
    t('keptLine', {
      field: field === null ? t('whole') : word(`fact_${field}`),
      reason: t(`kept_${reason}`),
    }),
  );
  return <>{lines.join(', ')}</>;
}
