import { useMemo } from 'react';
import { Button } from '../../../components/button';
import { DataTable } from '../../../components/data-table';
import { SelectField } from '../../../components/select-field';
import { StateBadge } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { slotText, slotTimes } from '../fair-texts';
import { fairWords } from '../messages';
import { placeKey, type Place, type TimetableGrid } from './grid-view';
import { hiddenIn, STATE_ICONS, STATE_TONES } from './place-words';
import { timetableMessages } from './timetable-messages';
import { ALL_DAYS, placesOf, SEAT_FILTERS, type TimetableView } from './timetable-view';

interface TimetableListProps {
  readonly grid: TimetableGrid;
  readonly view: TimetableView;
  readonly onOpen: (place: Place) => void;
}

/** The same places as rows, narrowed by day, desk and how full they are. */
export function TimetableList({ grid, view, onOpen }: TimetableListProps) {
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  const places = useMemo(() => placesOf(grid, view.desk, view.seat), [grid, view.desk, view.seat]);
  const columns = useColumns(view.day === ALL_DAYS, onOpen);
  return (
    <>
      <div className="panel form-grid">
        <SelectField
          label={t('day')}
          emptyLabel={null}
          value={view.day}
          options={[
            ...view.days.map((day) => ({ value: day, label: showDay(day, language) })),
            ...(view.days.length > 1 ? [{ value: ALL_DAYS, label: t('allDays') }] : []),
          ]}
          onChange={(event) => view.change({ as: 'list', day: event.target.value })}
        />
        <SelectField
          label={t('desk')}
          emptyLabel={t('allDesks')}
          value={view.desk}
          options={grid.rows.map(({ desk }) => ({ value: desk.id, label: desk.name }))}
          onChange={(event) => view.change({ as: 'list', desk: event.target.value })}
        />
        <SelectField
          label={t('state')}
          emptyLabel={t('allStates')}
          value={view.seat}
          options={SEAT_FILTERS.map((seat) => ({ value: seat, label: t(`kind_${seat}`) }))}
          onChange={(event) => view.change({ as: 'list', seat: event.target.value })}
        />
      </div>
      <DataTable
        name="fair-places"
        caption={t('listCaption')}
        columns={columns}
        rows={places}
        rowKey={(place) => placeKey(place.desk.id, place.slot.id)}
      />
    </>
  );
}

function useColumns(withDay: boolean, onOpen: (place: Place) => void): TableColumn<Place>[] {
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'time',
      label: t('time'),
      value: (place) => place.slot.startsAt,
      cell: (place) => (withDay ? slotText(place.slot, language) : slotTimes(place.slot)),
      width: withDay ? 20 : 12,
    },
    { key: 'desk', label: t('desk'), value: (place) => place.desk.name, width: 16 },
    {
      key: 'meetings',
      label: t('meetings'),
      value: (place) => place.bookings.map(({ supplierName }) => supplierName).join(', '),
      cell: (place) => <Meetings place={place} />,
      width: 26,
    },
    {
      key: 'seats',
      label: t('seats'),
      kind: 'number',
      value: (place) => place.taken,
      cell: (place) => t('seatsTaken', { taken: place.taken, seats: place.desk.seats }),
      width: 8,
    },
    { key: 'waiting', label: t('waiting'), kind: 'number', value: (place) => place.waiting, width: 7 },
    {
      key: 'open',
      label: t('open'),
      kind: 'action',
      width: 9,
      cell: (place) => (
        <Button
          variant="secondary"
          size="small"
          aria-label={t('openPlace', { desk: place.desk.name, time: slotText(place.slot, language) })}
          onClick={() => onOpen(place)}
        >
          {t('open')}
        </Button>
      ),
    },
  ];
}

function Meetings({ place }: { readonly place: Place }) {
  const t = useMessages(timetableMessages);
  const word = useMessages(fairWords);
  const hidden = hiddenIn(place);
  if (place.bookings.length === 0 && hidden === 0)
    return <span className="fair-grid__empty">{t(`kind_${place.kind}`)}</span>;
  return (
    <span className="cluster">
      {place.bookings.map((one) => (
        <span key={one.id} className="cluster">
          {one.supplierName}
          <StateBadge
            tone={STATE_TONES[one.state]}
            icon={STATE_ICONS[one.state]}
            label={word(`booking_${one.state}`)}
          />
        </span>
      ))}
      {hidden > 0 && t('notShown')}
    </span>
  );
}
