import type { ReactNode } from 'react';
import type { TableColumn } from '../../components/table-column';
import { TextOrLink } from '../../components/text-or-link';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { Conversion, ConversionGroup } from './api';
import { conversionLink, type ConversionFigure } from './conversion-links';
import { chainMessages } from './messages';

type Row = Conversion['items'][number];

export function useConversionColumns(groupBy: ConversionGroup, year: number): readonly TableColumn<Row>[] {
  const t = useMessages(chainMessages);
  const name = (row: Row) => {
    if (groupBy === 'year') return t('yearName', { year: String(row.year) });
    if (groupBy === 'adviser') return row.adviserName ?? t('unknown');
    return row.teamId === null ? t('noTeam') : (row.teamName ?? t('unknown'));
  };
  const count = (
    key: ConversionFigure | 'needs' | 'wonMatches',
    value: (row: Row) => number,
    cell?: (row: Row) => ReactNode,
  ): TableColumn<Row> => ({
    key,
    label: t(key),
    kind: 'number',
    width: 8.5,
    value,
    ...(cell === undefined ? {} : { cell }),
  });
  /** A figure that opens its rows. */
  const opened = (figure: ConversionFigure, value: (row: Row) => number) =>
    count(figure, value, (row) => (
      <TextOrLink to={value(row) === 0 ? undefined : conversionLink(groupBy, row, year, figure)}>
        {showKrw(value(row))}
      </TextOrLink>
    ));
  const money = (key: 'contractKrw' | 'purchaseKrw'): TableColumn<Row> => ({
    key,
    label: t(key),
    kind: 'money',
    width: 13,
    value: (row) => row[key],
  });
  return [
    { key: 'name', label: t(groupBy), width: 14, value: name },
    opened('visits', (row) => row.visitCount),
    opened('consultations', (row) => row.consultationCount),
    count('needs', (row) => row.needCount),
    opened('matches', (row) => row.matchCount),
    count('wonMatches', (row) => row.wonMatchCount),
    opened('contracts', (row) => row.contractCount),
    money('contractKrw'),
    opened('purchases', (row) => row.purchaseCount),
    money('purchaseKrw'),
  ];
}
