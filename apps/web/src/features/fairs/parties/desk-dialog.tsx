import { MAX_DESK_SEATS } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/button';
import { ComboBoxField } from '../../../components/combo-box-field';
import { MoneyField } from '../../../components/money-field';
import { RowDialog } from '../../../components/row-dialog';
import { SelectField } from '../../../components/select-field';
import { TextField } from '../../../components/text-field';
import { useToast } from '../../../components/toast';
import { VersionConflict } from '../../../components/version-conflict';
import { chooseInstitutions } from '../../../lib/institution-choice';
import { departmentsQuery } from '../../../lib/institution-queries';
import { useMessages } from '../../../lib/language';
import { useUser } from '../../../lib/session';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { useRowEditor } from '../../../lib/use-row-editor';
import { fairDesksQuery, type FairDesk, type FairDetail } from '../api';
import { changeDesk, createDesk } from '../fair-changes';
import { isOrganiser } from '../fair-tabs';
import { fairWords } from '../messages';
import { partyMessages } from '../party-messages';
import { useFairRefresh } from '../use-fair-refresh';
import { AbsentSlotsField } from './absent-slots-field';
import {
  deskChangeOf,
  deskFault,
  emptyDesk,
  isDeskValues,
  newDeskOf,
  valuesOfDesk,
  type DeskValues,
} from './desk-values';

interface DeskDialogProps {
  readonly fair: FairDetail;
  /** null = a new one */
  readonly desk: FairDesk | null;
  readonly onClose: () => void;
}

const MAX_LOOKS_FOR = 500;

export function DeskDialog({ fair, desk, onClose }: DeskDialogProps) {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const say = useToast();
  const client = useQueryClient();
  const refresh = useFairRefresh();
  const user = useUser();
  const key = useIdempotencyKey();
  const place = isOrganiser(fair) ? { institutionId: null, departmentId: null } : user;
  const editor = useRowEditor<FairDesk | null, DeskValues>({
    name: `fair-desk:${fair.id}:${desk?.id ?? 'new'}`,
    start: desk === null ? emptyDesk(place) : valuesOfDesk(desk),
    isValues: isDeskValues,
    refusalOf: (values) => deskFault(fair, values),
    read:
      desk &&
      (async () => {
        const { items } = await client.fetchQuery({ ...fairDesksQuery(fair.id), staleTime: 0 });
        return items.find(({ id }) => id === desk.id) ?? null;
      }),
    onSaved: async (said) => {
      say(said);
      await refresh();
      onClose();
    },
  });
  const { values, change, faulty, theirs } = editor;
  const save = (read: FairDesk | null) =>
    editor.save((typed) => {
      if (read !== null) return changeDesk(read, deskChangeOf(typed));
      const body = newDeskOf(typed);
      return createDesk(fair.id, body, key.headersFor(body));
    }, word('saved'));
  return (
    <>
      <RowDialog
        editor={editor}
        title={t(desk === null ? 'deskAdd' : 'deskEdit')}
        onClose={onClose}
        actions={
          <Button busy={editor.busy} onClick={() => save(desk)}>
            {word('save')}
          </Button>
        }
      >
        {desk === null && <PlaceField fair={fair} values={values} onChange={change} faulty={faulty} />}
        <MoneyField
          label={t('seatsLong')}
          required
          countWord={t('seatWord')}
          value={values.seats}
          error={faulty === 'seats' ? t('fault_seats', { count: MAX_DESK_SEATS }) : undefined}
          onChange={(seats) => change({ seats })}
        />
        <TextField
          label={t('looksFor')}
          hint={t('looksForHint')}
          maxLength={MAX_LOOKS_FOR}
          value={values.looksFor}
          onChange={(event) => change({ looksFor: event.target.value })}
        />
        {desk !== null && (
          <AbsentSlotsField
            slots={fair.slots}
            value={values.absentSlotIds}
            onChange={(absentSlotIds) => change({ absentSlotIds })}
          />
        )}
      </RowDialog>
      {theirs !== null && (
        <DeskConflict
          mine={values}
          theirs={valuesOfDesk(theirs)}
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

interface PlaceFieldProps {
  readonly fair: FairDetail;
  readonly values: DeskValues;
  readonly onChange: (patch: Partial<DeskValues>) => void;
  readonly faulty: string | null;
}

/** The organiser chooses any institution; who runs desks of one place only the department, or nothing. */
function PlaceField({ fair, values, onChange, faulty }: PlaceFieldProps) {
  const t = useMessages(partyMessages);
  const user = useUser();
  const { institutionId: id, institutionName } = values;
  const mayChoose = isOrganiser(fair) || user.institutionId === null;
  const departments = useQuery(departmentsQuery(id === '' ? null : id));
  const open = (departments.data?.items ?? []).filter(({ validTo }) => validTo === null);
  if (!mayChoose && user.departmentId !== null) return null;
  return (
    <>
      {mayChoose && (
        <ComboBoxField
          searchKey="institutions"
          search={chooseInstitutions}
          label={t('deskInstitution')}
          hint={t('deskInstitutionHint')}
          required
          value={id === '' ? null : { id, label: institutionName }}
          onChange={(option) =>
            onChange({
              institutionId: option?.id ?? '',
              institutionName: option?.label ?? '',
              departmentId: '',
            })
          }
          {...(faulty === 'institutionId' ? { error: t('fault_institution') } : {})}
        />
      )}
      <SelectField
        label={t('deskDepartment')}
        emptyLabel={t('deskDepartmentNone')}
        disabled={open.length === 0}
        value={values.departmentId}
        onChange={(event) => onChange({ departmentId: event.target.value })}
        options={open.map((one) => ({ value: one.id, label: one.name }))}
      />
    </>
  );
}

interface DeskConflictProps {
  readonly mine: DeskValues;
  readonly theirs: DeskValues;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

function DeskConflict({ mine, theirs, ...choice }: DeskConflictProps) {
  const t = useMessages(partyMessages);
  const rows = [
    { label: t('seats'), of: ({ seats }: DeskValues) => String(seats ?? '–') },
    { label: t('looksFor'), of: ({ looksFor }: DeskValues) => (looksFor === '' ? '–' : looksFor) },
    {
      label: t('absent'),
      of: ({ absentSlotIds }: DeskValues) => t('absentCount', { count: absentSlotIds.length }),
    },
  ];
  return (
    <VersionConflict
      open
      fields={rows.map(({ label, of }) => ({
        label,
        mine: of(mine),
        theirs: of(theirs),
        differs: of(mine) !== of(theirs),
      }))}
      {...choice}
    />
  );
}
