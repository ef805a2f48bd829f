import { useState } from 'react';
import { Button } from '../../../components/button';
import { MenuButton } from '../../../components/menu-button';
import { useToast } from '../../../components/toast';
import { saveAnswer } from '../../../lib/files';
import { useMessages } from '../../../lib/language';
import { useProblemSentence } from '../../../lib/problem-sentences';
import {
  deskCalendarPath,
  exhibitorCalendarPath,
  timetableSheetPath,
  type FairDetail,
  type Timetable,
} from '../api';
import { timetableMessages } from './timetable-messages';

interface TimetableDownloadsProps {
  readonly fair: FairDetail;
  readonly timetable: Timetable;
}

/** The sheet of the whole fair for its organiser, the calendar of the own desk or enterprise, and paper. */
export function TimetableDownloads({ fair, timetable }: TimetableDownloadsProps) {
  const t = useMessages(timetableMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const save = (path: string, name: string) => () => {
    setBusy(true);
    saveAnswer(path, name)
      .catch((failure: unknown) => say(sentence(failure)))
      .finally(() => setBusy(false));
  };
  const isOrganiser = fair.stands.includes('organiser');
  const desks = timetable.desks.filter(({ id }) => isOrganiser || id === fair.ownDeskId);
  const { ownExhibitorId } = fair;
  const actions = [
    ...(isOrganiser
      ? [{ id: 'sheet', label: t('sheet'), onAction: save(timetableSheetPath(fair.id), `${fair.name}.xlsx`) }]
      : []),
    ...(ownExhibitorId === null
      ? []
      : [
          {
            id: 'own',
            label: t('ownCalendar'),
            onAction: save(exhibitorCalendarPath(fair.id, ownExhibitorId), `${fair.name}.ics`),
          },
        ]),
    ...desks.map(({ id, name }) => ({
      id,
      label: t('deskCalendar', { name }),
      onAction: save(deskCalendarPath(fair.id, id), `${name}.ics`),
    })),
  ];
  return (
    <div className="cluster">
      {actions.length > 0 && (
        <MenuButton
          label={t(busy ? 'downloading' : 'downloads')}
          actions={actions.map((action) => ({ ...action, disabled: busy }))}
        />
      )}
      <Button variant="secondary" size="small" icon="print" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
