import { useMessages } from '../lib/language';
import { Icon } from './icon';
import { componentMessages } from './messages';
import type { TableColumn } from './table-column';

interface ColumnChoiceProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly isShown: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
}

export function ColumnChoice<Row>({ columns, isShown, onToggle }: ColumnChoiceProps<Row>) {
  const t = useMessages(componentMessages);
  const hideable = columns.filter(
    (column, index) => index > 0 && (column.hideable ?? column.kind !== 'action'),
  );
  if (hideable.length < 2) return null;
  return (
    <details className="column-choice">
      <summary className="button button--secondary button--small">
        <Icon name="columns" size={18} />
        {t('columns')}
      </summary>
      <fieldset className="column-choice__list">
        <legend className="visually-hidden">{t('columns')}</legend>
        {hideable.map((column) => (
          <label className="choice" key={column.key}>
            <input type="checkbox" checked={isShown(column.key)} onChange={() => onToggle(column.key)} />
            <span>{column.label}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
