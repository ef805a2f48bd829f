import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LoadFailed } from '../../../components/load-failed';
import { SelectField } from '../../../components/select-field';
import { Skeleton } from '../../../components/skeleton';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { fairTimetableQuery, type FairDetail, type Timetable } from '../api';
import { clockTime } from '../fair-texts';
import { nowMark, type Place } from './grid-view';
import { PlaceDialog } from './place-dialog';
import { TimetableDownloads } from './timetable-downloads';
import { TimetableGrid } from './timetable-grid';
import { TimetableLegend } from './timetable-legend';
import { TimetableList } from './timetable-list';
import { timetableMessages } from './timetable-messages';
import { TimetablePrint } from './timetable-print';
import { refreshes, useGrid, useTimetableView, type TimetableView } from './timetable-view';

/** The timetable of a fair for whoever looks: everybody sees how full it is, and each their own meetings. */
export function FairTimetable({ fair }: { readonly fair: FairDetail }) {
  const t = useMessages(timetableMessages);
  const { data, error, isPending, refetch } = useQuery({
    ...fairTimetableQuery(fair.id),
    refetchInterval: refreshes(fair),
    refetchOnWindowFocus: 'always',
  });
  if (isPending)
    return (
      <div role="status" aria-busy="true">
        <span className="visually-hidden">{t('loading')}</span>
        <Skeleton height="48rem" />
      </div>
    );
  return (
    <div className="stack stack--tight">
      {error !== null && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (data.slots.length === 0 || data.desks.length === 0) && (
        <EmptyState icon="calendar" title={t('empty')} text={t('emptyText')} />
      )}
      {data !== undefined && data.slots.length > 0 && data.desks.length > 0 && (
        <Filled fair={fair} timetable={data} />
      )}
    </div>
  );
}

interface FilledProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
}

function Filled({ fair, timetable }: FilledProps) {
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  const view = useTimetableView(timetable.slots);
  const grid = useGrid(timetable, view.day);
  const [open, setOpen] = useState<{ readonly deskId: string; readonly slotId: string } | null>(null);
  const onOpen = useCallback((place: Place) => setOpen({ deskId: place.desk.id, slotId: place.slot.id }), []);
  const shown = grid.rows
    .find(({ desk }) => desk.id === open?.deskId)
    ?.places.find(({ slot }) => slot.id === open?.slotId);
  return (
    <>
      <Tools fair={fair} view={view} timetable={timetable} />
      {refreshes(fair) !== false && (
        <p className="field__hint no-print">{t('refreshed', { time: clockTime(timetable.now) })}</p>
      )}
      <div className="no-print stack stack--tight">
        {view.isList ? (
          <TimetableList grid={grid} view={view} onOpen={onOpen} />
        ) : (
          <>
            <TimetableLegend />
            <p className="field__hint">{t('keys')}</p>
            <TimetableGrid
              grid={grid}
              label={t('gridLabel', { day: showDay(view.day, language) })}
              now={nowMark(grid.slots, timetable.now)}
              own={{ deskId: fair.ownDeskId, exhibitorId: fair.ownExhibitorId }}
              onOpen={onOpen}
            />
          </>
        )}
      </div>
      <TimetablePrint fair={fair} timetable={timetable} />
      {shown !== undefined && (
        <PlaceDialog
          key={`${shown.desk.id}:${shown.slot.id}`}
          fair={fair}
          timetable={timetable}
          place={shown}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface ToolsProps extends FilledProps {
  readonly view: TimetableView;
}

function Tools({ fair, view, timetable }: ToolsProps) {
  const t = useMessages(timetableMessages);
  const { language } = useLanguage();
  return (
    <div className="cluster cluster--spread no-print">
      <div className="fair-tools">
        {!view.isList && view.days.length > 1 && (
          <SelectField
            label={t('day')}
            emptyLabel={null}
            value={view.day}
            options={view.days.map((day) => ({ value: day, label: showDay(day, language) }))}
            onChange={(event) => view.change({ day: event.target.value })}
          />
        )}
        <Button
          variant="secondary"
          size="small"
          icon={view.isList ? 'columns' : 'list'}
          onClick={() => view.change({ as: view.isList ? 'grid' : 'list' })}
        >
          {t(view.isList ? 'asGrid' : 'asList')}
        </Button>
      </div>
      <TimetableDownloads fair={fair} timetable={timetable} />
    </div>
  );
}
