import { dayChangeRefusal } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/button';
import { RowDialog } from '../../../components/row-dialog';
import { useToast } from '../../../components/toast';
import { VersionConflict } from '../../../components/version-conflict';
import { useMessages } from '../../../lib/language';
import { useRowEditor } from '../../../lib/use-row-editor';
import { fairQuery, type FairDetail } from '../api';
import { changeFair } from '../fair-changes';
import { FairFields } from '../fair-fields';
import { changeOf, isFairValues, refusalOf, valuesOf, type FairValues } from '../fair-values';
import { fairWords } from '../messages';
import { organiserMessages } from '../organiser-messages';
import { useFairRefresh } from '../use-fair-refresh';

interface EditFairDialogProps {
  readonly fair: FairDetail;
  readonly onClose: () => void;
}

export function EditFairDialog({ fair, onClose }: EditFairDialogProps) {
  const t = useMessages(organiserMessages);
  const word = useMessages(fairWords);
  const say = useToast();
  const client = useQueryClient();
  const refresh = useFairRefresh();
  const editor = useRowEditor<FairDetail, FairValues>({
    name: `fair:${fair.id}`,
    start: valuesOf(fair),
    isValues: isFairValues,
    refusalOf: (values) => refusalOf(values, fair.state, false),
    read: () => client.fetchQuery({ ...fairQuery(fair.id), staleTime: 0 }),
    onSaved: async (said) => {
      say(said);
      await refresh();
      onClose();
    },
  });
  const { theirs } = editor;
  const save = (read: FairDetail) =>
    editor.save((values) => changeFair(read, changeOf(values, read)), word('saved'));
  return (
    <>
      <RowDialog
        editor={editor}
        title={t('editTitle')}
        onClose={onClose}
        actions={
          <Button busy={editor.busy} onClick={() => save(fair)}>
            {word('save')}
          </Button>
        }
      >
        <FairFields
          values={editor.values}
          onChange={editor.change}
          faulty={editor.faulty}
          isNew={false}
          daysStand={dayChangeRefusal(fair.state) !== null}
        />
      </RowDialog>
      {theirs !== null && (
        <FairConflict
          mine={editor.values}
          theirs={valuesOf(theirs)}
          onKeepMine={() => save(theirs)}
          onTakeTheirs={() => {
            editor.draft.clear();
            onClose();
            void refresh();
          }}
          onClose={editor.forgetTheirs}
        />
      )}
    </>
  );
}

interface FairConflictProps {
  readonly mine: FairValues;
  readonly theirs: FairValues;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

const COMPARED = [
  'name',
  'lastDay',
  'applicationsCloseOn',
  'venue',
  'description',
  'holdDays',
  'offerMinutes',
  'noShowMinutes',
  'visitors',
  'recordedEnterprises',
  'recordedDesks',
  'recordedConsultations',
] as const;

function FairConflict({ mine, theirs, ...choice }: FairConflictProps) {
  const t = useMessages(organiserMessages);
  const shown = (value: string | number | null) => (value === null || value === '' ? '–' : String(value));
  const rows = [
    { label: t('firstDayField'), own: mine.firstDay, other: theirs.firstDay },
    ...COMPARED.map((name) => ({ label: t(name), own: mine[name], other: theirs[name] })),
  ];
  return (
    <VersionConflict
      open
      fields={rows.map(({ label, own, other }) => ({
        label,
        mine: shown(own),
        theirs: shown(other),
        differs: shown(own) !== shown(other),
      }))}
      {...choice}
    />
  );
}
