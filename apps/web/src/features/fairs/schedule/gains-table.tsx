import { useState } from 'react';
import { CheckboxField } from '../../../components/checkbox-field';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import type { TableColumn } from '../../../components/table-column';
import { useMessages } from '../../../lib/language';
import type { SchedulePreview } from '../api';
import { scheduleMessages } from './schedule-messages';

type PartyGain = SchedulePreview['gains'][number];

const differenceOf = ({ preferenceNow, preferenceThen }: PartyGain) => preferenceThen - preferenceNow;
const differs = (gain: PartyGain) => differenceOf(gain) !== 0 || gain.meetingsNow !== gain.meetingsThen;
const isBelowFloor = ({ floor, meetingsThen }: PartyGain) => meetingsThen < floor;

/** What each party has now and would have; who loses comes first. */
export function GainsTable({ gains }: { readonly gains: readonly PartyGain[] }) {
  const t = useMessages(scheduleMessages);
  const [onlyChanged, setOnlyChanged] = useState(true);
  const columns = useGainColumns();
  const rows = gains
    .filter((gain) => !onlyChanged || differs(gain) || isBelowFloor(gain))
    .sort((one, other) => differenceOf(one) - differenceOf(other));
  // Both sides have every meeting, so one side is summed.
  const summed = rows.filter(({ side }) => side === 'desk');
  const sum = (of: (gain: PartyGain) => number) =>
    summed.reduce((total, gain) => total + of(gain), 0).toLocaleString('ko-KR');
  return (
    <div className="panel">
      <DataTable
        name="fair-gains"
        caption={t('gains')}
        columns={columns}
        rows={rows}
        rowKey={({ side, id }) => `${side} ${id}`}
        rowTone={(row) => (isBelowFloor(row) ? 'warning' : undefined)}
        empty={<EmptyState icon="scales" title={t('gainsEmpty')} />}
        tools={
          <CheckboxField
            label={t('gainsOnly')}
            checked={onlyChanged}
            onChange={(event) => setOnlyChanged(event.target.checked)}
          />
        }
        totals={{
          label: t('gainsTotal', { count: summed.length }),
          cells: {
            meetingsNow: sum(({ meetingsNow }) => meetingsNow),
            meetingsThen: sum(({ meetingsThen }) => meetingsThen),
            preferenceNow: sum(({ preferenceNow }) => preferenceNow),
            preferenceThen: sum(({ preferenceThen }) => preferenceThen),
            difference: sum(differenceOf),
          },
        }}
      />
    </div>
  );
}

function useGainColumns(): readonly TableColumn<PartyGain>[] {
  const t = useMessages(scheduleMessages);
  const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');
  const numeric = (key: 'meetingsNow' | 'meetingsThen' | 'preferenceNow' | 'preferenceThen') =>
    ({
      key,
      label: t(key),
      kind: 'number',
      width: 12,
      value: (row) => row[key],
    }) satisfies TableColumn<PartyGain>;
  return [
    { key: 'name', label: t('party'), width: 18, value: (row) => row.name },
    { key: 'side', label: t('side'), width: 10, value: (row) => t(`side_${row.side}`) },
    {
      key: 'difference',
      label: t('difference'),
      kind: 'number',
      width: 12,
      value: differenceOf,
      cell: (row) => signed(differenceOf(row)),
    },
    numeric('preferenceNow'),
    numeric('preferenceThen'),
    numeric('meetingsNow'),
    numeric('meetingsThen'),
    {
      key: 'floor',
      label: t('floor'),
      width: 10,
      value: (row) => (row.side === 'desk' ? null : row.floor),
      cell: (row) => {
        if (row.side === 'desk' || row.floor === 0) return '–';
        return isBelowFloor(row) ? t('floorMissed', { floor: row.floor }) : row.floor;
      },
    },
  ];
}
