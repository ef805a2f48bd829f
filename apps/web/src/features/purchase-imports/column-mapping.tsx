import { IMPORT_FIELDS, mappingRefusal, type ImportMapping } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import type { ImportChange, ImportField, PurchaseImport } from './api';
import { importMessages } from './messages';
import './column-mapping.css';

interface ColumnMappingProps {
  readonly one: PurchaseImport;
  readonly busy: boolean;
  readonly onChange: (change: ImportChange) => void;
}

/** Which column holds what: one line per column of the sheet, with its heading and examples. */
export function ColumnMapping({ one, busy, onChange }: ColumnMappingProps) {
  const t = useMessages(importMessages);
  const [chosen, setChosen] = useState<readonly (ImportField | '')[]>(() => fieldsByColumn(one));
  const [headerRow, setHeaderRow] = useState(String(one.headerRow ?? 1));
  const [fault, setFault] = useState<string | null>(null);
  const movesHeading = headerRow !== String(one.headerRow ?? 1);

  const save = () => {
    const row = Number(headerRow);
    // Another row of headings makes other columns: the server guesses them anew.
    if (movesHeading && Number.isInteger(row) && row > 0) return onChange({ headerRow: row });
    const mapping = chosen.flatMap((field, column) => (field === '' ? [] : [{ field, column }]));
    const twice = IMPORT_FIELDS.filter((field) => chosen.filter((one) => one === field).length > 1);
    if (twice.length > 0)
      return setFault(t('mappingTaken', { fields: twice.map((field) => t(`field_${field}`)).join(', ') }));
    const asRule: ImportMapping = Object.fromEntries(mapping.map(({ field, column }) => [field, column]));
    if (mappingRefusal(asRule) !== null) return setFault(t('mappingRequired'));
    setFault(null);
    onChange({ mapping });
  };

  return (
    <div className="stack stack--tight">
      <p>{t('mappingText')}</p>
      {fault !== null && (
        <Notice tone="danger" live>
          {fault}
        </Notice>
      )}
      <div className="column-mapping__heading-row">
        <TextField
          label={t('headerRow')}
          inputMode="numeric"
          maxLength={7}
          value={headerRow}
          onChange={(event) => setHeaderRow(event.target.value)}
        />
      </div>
      <div className="column-mapping" role="region" aria-label={t('mappingTitle')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('heading')}</th>
              <th scope="col">{t('sample')}</th>
              <th scope="col">{t('field')}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.map((field, column) => {
              const heading = one.headings[column] || t('noHeading', { column: column + 1 });
              return (
                <tr key={column}>
                  <th scope="row">{heading}</th>
                  <td className="column-mapping__sample">{samplesOf(one, column)}</td>
                  <td>
                    <SelectField
                      label={`${heading}: ${t('field')}`}
                      labelHidden
                      emptyLabel={t('fieldNone')}
                      value={field}
                      disabled={movesHeading}
                      onChange={(event) =>
                        setChosen(
                          chosen.map((old, index) =>
                            index === column
                              ? (IMPORT_FIELDS.find((known) => known === event.target.value) ?? '')
                              : old,
                          ),
                        )
                      }
                      options={IMPORT_FIELDS.map((known) => ({ value: known, label: t(`field_${known}`) }))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="cluster">
        <Button variant="secondary" busy={busy} onClick={save}>
          {t('mappingSave')}
        </Button>
      </div>
    </div>
  );
}

function fieldsByColumn(one: PurchaseImport): readonly (ImportField | '')[] {
  const columns = Math.max(one.headings.length, ...one.sample.map(({ cells }) => cells.length), 0);
  return Array.from(
    { length: columns },
    (_, column) => one.mapping.find((entry) => entry.column === column)?.field ?? '',
  );
}

function samplesOf(one: PurchaseImport, column: number): string {
  const texts = one.sample.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '');
  return texts.slice(0, 3).join(' · ');
}
