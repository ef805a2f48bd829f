import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { LoadFailed } from '../../../components/load-failed';
import { RowDialog } from '../../../components/row-dialog';
import { Skeleton } from '../../../components/skeleton';
import { useToast } from '../../../components/toast';
import { VersionConflict } from '../../../components/version-conflict';
import { useMessages } from '../../../lib/language';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { useRowEditor } from '../../../lib/use-row-editor';
import { fairExhibitorQuery, type FairDetail, type FairExhibitor, type FairExhibitorDetail } from '../api';
import { applyToFair, changeExhibitor } from '../fair-changes';
import { fairWords } from '../messages';
import { partyMessages } from '../party-messages';
import { useFairRefresh } from '../use-fair-refresh';
import { ExhibitorFields } from './exhibitor-fields';
import {
  applicationOf,
  EMPTY_EXHIBITOR,
  exhibitorChangeOf,
  exhibitorFault,
  isExhibitorValues,
  valuesOfExhibitor,
  type ExhibitorValues,
} from './exhibitor-values';

interface ExhibitorDialogProps {
  readonly fair: FairDetail;
  /** null = a new one */
  readonly exhibitor: FairExhibitor | null;
  readonly onClose: () => void;
}

/** Who comes is read first: the list does not tell it. */
export function ExhibitorDialog({ fair, exhibitor, onClose }: ExhibitorDialogProps) {
  if (exhibitor === null) return <Editor fair={fair} detail={null} onClose={onClose} />;
  return <Loaded fair={fair} exhibitor={exhibitor} onClose={onClose} />;
}

function Loaded({ fair, exhibitor, onClose }: ExhibitorDialogProps & { readonly exhibitor: FairExhibitor }) {
  const t = useMessages(partyMessages);
  const { data, error, refetch } = useQuery(fairExhibitorQuery(fair.id, exhibitor.id));
  if (data !== undefined) return <Editor fair={fair} detail={data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('exhibitorEdit')}>
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Skeleton height="20rem" />}
    </Dialog>
  );
}

interface EditorProps {
  readonly fair: FairDetail;
  readonly detail: FairExhibitorDetail | null;
  readonly onClose: () => void;
}

function Editor({ fair, detail, onClose }: EditorProps) {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const say = useToast();
  const client = useQueryClient();
  const refresh = useFairRefresh();
  const key = useIdempotencyKey();
  const editor = useRowEditor<FairExhibitorDetail, ExhibitorValues>({
    name: `fair-exhibitor:${fair.id}:${detail?.id ?? 'new'}`,
    start: detail === null ? EMPTY_EXHIBITOR : valuesOfExhibitor(detail),
    isValues: isExhibitorValues,
    refusalOf: (values) => exhibitorFault(fair, values),
    read: detail && (() => client.fetchQuery({ ...fairExhibitorQuery(fair.id, detail.id), staleTime: 0 })),
    onSaved: async (said) => {
      say(said);
      await refresh();
      onClose();
    },
  });
  const { theirs } = editor;
  const save = (read: FairExhibitorDetail | null) =>
    editor.save(
      (values) => {
        if (read !== null) return changeExhibitor(read, exhibitorChangeOf(values));
        const body = applicationOf(values);
        return applyToFair(fair.id, body, key.headersFor(body));
      },
      read === null ? t('added') : word('saved'),
    );
  return (
    <>
      <RowDialog
        editor={editor}
        title={t(detail === null ? 'exhibitorAdd' : 'exhibitorEdit')}
        onClose={onClose}
        actions={
          <Button busy={editor.busy} onClick={() => save(detail)}>
            {word('save')}
          </Button>
        }
      >
        <ExhibitorFields
          slots={fair.slots}
          values={editor.values}
          onChange={editor.change}
          faulty={editor.faulty}
          isNew={detail === null}
        />
      </RowDialog>
      {theirs !== null && (
        <ExhibitorConflict
          mine={editor.values}
          theirs={valuesOfExhibitor(theirs)}
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

interface ExhibitorConflictProps {
  readonly mine: ExhibitorValues;
  readonly theirs: ExhibitorValues;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

const COMPARED = [
  'representativeName',
  'representativeEmail',
  'representativePhone',
  'offers',
  'booth',
  'floor',
  'ceiling',
] as const;

/** Both versions of an application, side by side. */
export function ExhibitorConflict({ mine, theirs, ...choice }: ExhibitorConflictProps) {
  const t = useMessages(partyMessages);
  const shown = (value: string | number | null) => (value === null || value === '' ? '–' : String(value));
  const absent = (values: ExhibitorValues) => t('absentCount', { count: values.absentSlotIds.length });
  const rows = [
    ...COMPARED.map((name) => ({ label: t(name), own: shown(mine[name]), other: shown(theirs[name]) })),
    { label: t('absent'), own: absent(mine), other: absent(theirs) },
  ];
  return (
    <VersionConflict
      open
      fields={rows.map(({ label, own, other }) => ({
        label,
        mine: own,
        theirs: other,
        differs: own !== other,
      }))}
      {...choice}
    />
  );
}
