import type { TableColumn } from '../../components/table-column';
import { TextOrLink } from '../../components/text-or-link';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { Conversion, ConversionGroup } from './api';
import { chainMessages } from './messages';

type Row = Conversion['items'][number];

/** Figures of a list that can be narrowed to the row lead there; others, such as those of no team, stand alone. */
export function useConversionColumns(groupBy: ConversionGroup, year: number): readonly TableColumn<Row>[] {
  const t = useMessages(chainMessages);
  const name = (row: Row) => {
    if (groupBy === 'year') return t('yearName', { year: String(row.year) });
    if (groupBy === 'adviser') return row.adviserName ?? t('unknown');
    return row.teamId === null ? t('noTeam') : (row.teamName ?? t('unknown'));
  };
  const rowsOf = (row: Row, path: string, more: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams({ year: String(row.year ?? year), ...more });
    if (groupBy === 'adviser' && row.adviserId !== null) query.set('adviserId', row.adviserId);
    if (groupBy === 'team' && row.teamId !== null) query.set('teamId', row.teamId);
    return groupBy === 'team' && row.teamId === null ? undefined : `${path}?${query.toString()}`;
  };
  const count = (
    key: string,
    label: string,
    value: (row: Row) => number,
    to?: (row: Row) => string | undefined,
  ): TableColumn<Row> => ({
    key,
    label,
    kind: 'number',
    width: 8.5,
    value,
    ...(to === undefined
      ? {}
      : { cell: (row: Row) => <TextOrLink to={to(row)}>{showKrw(value(row))}</TextOrLink> }),
  });
  return [
    { key: 'name', label: t(groupBy), width: 14, value: name },
    count('visits', t('visits'), (row) => row.visitCount),
    count('consultations', t('consultations'), (row) => row.consultationCount),
    count('needs', t('needs'), (row) => row.needCount),
    count('matches', t('matches'), (row) => row.matchCount),
    count('wonMatches', t('wonMatches'), (row) => row.wonMatchCount),
    count(
      'contracts',
      t('contracts'),
      (row) => row.contractCount,
      (row) => rowsOf(row, '/contracts', { state: 'signed' }),
    ),
    {
      key: 'contractKrw',
      label: t('contractKrw'),
      kind: 'money',
      width: 13,
      value: (row) => row.contractKrw,
    },
    count(
      'purchases',
      t('purchases'),
      (row) => row.purchaseCount,
      (row) => rowsOf(row, '/contracts', { state: 'signed', isPurchased: 'true' }),
    ),
    {
      key: 'purchaseKrw',
      label: t('purchaseKrw'),
      kind: 'money',
      width: 13,
      value: (row) => row.purchaseKrw,
    },
  ];
}
