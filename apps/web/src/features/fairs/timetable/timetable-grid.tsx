import { memo, useEffect, useMemo, useRef } from 'react';
import { Icon } from '../../../components/icon';
import { useGridKeys } from '../../../components/use-grid-keys';
import { useMessages } from '../../../lib/language';
import { slotTimes } from '../fair-texts';
import { hiddenIn, STATE_ICONS, usePlaceName } from './place-words';
import type { NowMark, Place, TimetableGrid as Grid } from './grid-view';
import { timetableMessages } from './timetable-messages';
import './timetable-grid.css';

export interface Own {
  readonly deskId: string | null;
  readonly exhibitorId: string | null;
}

interface TimetableGridProps {
  readonly grid: Grid;
  /** names the grid: which day */
  readonly label: string;
  readonly now: NowMark | null;
  readonly own: Own;
  readonly onOpen: (place: Place) => void;
}

/** Desks by the slots of one day. One cell is in the tab order; arrows move, Enter opens. */
export function TimetableGrid({ grid, label, now, own, onOpen }: TimetableGridProps) {
  const t = useMessages(timetableMessages);
  const keys = useGridKeys(grid.rows.length, grid.slots.length, noScroll);
  const frame = useNowInSight(now?.slotId ?? null, label);
  const times = useMemo(() => grid.slots.map(slotTimes), [grid.slots]);
  return (
    <div ref={frame} className="fair-grid" role="region" aria-label={label}>
      <table role="grid" aria-label={label} aria-rowcount={grid.rows.length + 1}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="fair-grid__corner">
              {t('desk')}
            </th>
            {grid.slots.map((slot, index) => (
              <th
                key={slot.id}
                data-slot={slot.id}
                role="columnheader"
                scope="col"
                className={now?.slotId === slot.id ? nowClass(now) : undefined}
                aria-current={now?.slotId === slot.id && now.isRunning ? 'time' : undefined}
              >
                {times[index]}
                {now?.slotId === slot.id && (
                  <span className="fair-grid__now">{t(now.isRunning ? 'now' : 'next')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={keys.body} onKeyDown={keys.onKeyDown} onFocus={keys.onFocus}>
          {grid.rows.map(({ desk, places }, row) => (
            <GridRow
              key={desk.id}
              index={row}
              places={places}
              times={times}
              active={grid.slots.findIndex((_, column) => keys.tabIndexOf(row, column) === 0)}
              nowSlotId={now?.isRunning === true ? now.slotId : null}
              isOwn={desk.id === own.deskId}
              ownExhibitorId={own.exhibitorId}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A day begins with what is now, not with its first hour; afterwards the reader scrolls alone. */
function useNowInSight(slotId: string | null, day: string) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (slotId === null || shown.current === day || frame.current === null) return;
    shown.current = day;
    const [corner, column] = [CORNER, `[data-slot="${slotId}"]`].map((selector) =>
      frame.current?.querySelector<HTMLElement>(selector),
    );
    if (corner && column) frame.current.scrollLeft = column.offsetLeft - corner.offsetWidth;
  }, [slotId, day]);
  return frame;
}

const CORNER = '.fair-grid__corner';

/** Every row is drawn; the browser brings the focused cell into sight. */
const noScroll = () => undefined;

const nowClass = ({ isRunning }: NowMark) =>
  isRunning ? 'fair-grid__column--now' : 'fair-grid__column--next';

interface GridRowProps {
  readonly index: number;
  readonly places: readonly Place[];
  readonly times: readonly string[];
  /** the column whose cell is in the tab order; -1 = none of this row */
  readonly active: number;
  readonly nowSlotId: string | null;
  readonly isOwn: boolean;
  readonly ownExhibitorId: string | null;
  readonly onOpen: (place: Place) => void;
}

const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, places, times, active, nowSlotId, isOwn, ownExhibitorId, onOpen } = props;
  const name = usePlaceName();
  const desk = places[0]?.desk;
  if (desk === undefined) return null;
  return (
    <tr role="row" aria-rowindex={index + 2} className={isOwn ? 'fair-grid__row--own' : undefined}>
      <th role="rowheader" scope="row" title={desk.looksFor ?? undefined}>
        {desk.name}
      </th>
      {places.map((place, column) => (
        <td
          key={place.slot.id}
          role="gridcell"
          className={place.slot.id === nowSlotId ? 'fair-grid__column--now' : undefined}
        >
          <button
            type="button"
            className={placeClass(place, isOwn, ownExhibitorId)}
            data-place={`${index}:${column}`}
            tabIndex={column === active ? 0 : -1}
            aria-label={name(place, times[column] ?? '')}
            onClick={() => onOpen(place)}
          >
            <PlaceFace place={place} />
          </button>
        </td>
      ))}
    </tr>
  );
});

function placeClass(place: Place, isOwnDesk: boolean, ownExhibitorId: string | null): string {
  const isOwn =
    place.bookings.some((one) => one.exhibitorId === ownExhibitorId) ||
    (isOwnDesk && place.bookings.length > 0);
  return ['fair-grid__place', `fair-grid__place--${place.kind}`, isOwn && 'fair-grid__place--own']
    .filter(Boolean)
    .join(' ');
}

/** What a cell says without its heading: names, signs and how full it is. */
function PlaceFace({ place }: { readonly place: Place }) {
  const t = useMessages(timetableMessages);
  const hidden = hiddenIn(place);
  const isEmpty = place.bookings.length === 0 && hidden === 0;
  return (
    <>
      {place.bookings.map((one) => (
        <span key={one.id} className={`fair-grid__meeting fair-grid__meeting--${one.state}`}>
          <Icon name={STATE_ICONS[one.state]} size={14} />
          {one.supplierName}
        </span>
      ))}
      {hidden > 0 && (
        <span className="fair-grid__meeting">
          {t('notShown')}
          {place.desk.seats > 1 && ` ${hidden}/${place.desk.seats}`}
        </span>
      )}
      {isEmpty && <span className="fair-grid__empty">{t(`kind_${place.kind}`)}</span>}
      {place.waiting > 0 && (
        <span className="fair-grid__waiting">{t('waitingCount', { count: place.waiting })}</span>
      )}
    </>
  );
}
