import { DEPARTMENT_GROUPS, departmentSuccessionRefusal, type Day } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { today } from '../../lib/date-format';
import { departmentsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { ProblemError } from '../../lib/problem-error';
import { problemSentence } from '../../lib/problem-sentences';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import {
  createDepartment,
  INSTITUTIONS_KEY,
  renameDepartment,
  succeedDepartment,
  type Department,
} from './api';
import { institutionMessages } from './messages';

interface DepartmentDialogProps {
  readonly onClose: () => void;
}

/** Runs one change: busy meanwhile, the refusal in words, the lists fresh afterwards. */
function useChange(onClose: () => void) {
  const { language } = useLanguage();
  const t = useMessages(institutionMessages);
  const say = useToast();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const run = async (change: () => Promise<string>, department?: Department) => {
    setBusy(true);
    setFault(null);
    try {
      say(await change());
      await queryClient.invalidateQueries({ queryKey: INSTITUTIONS_KEY });
      onClose();
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 412;
      setFault(problemSentence(error, language));
      if (stale && department !== undefined) {
        const query = { ...departmentsQuery(department.institutionId), staleTime: 0 };
        const saved = (await queryClient.fetchQuery(query)).items.find(({ id }) => id === department.id);
        if (saved !== undefined) setFault(t('stale', { name: saved.name }));
      }
    }
    setBusy(false);
  };
  return { busy, fault, setFault, run };
}

interface FrameProps extends DepartmentDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onConfirm: () => void;
  readonly confirmLabel: string;
  readonly children: ReactNode;
}

function Frame({ title, text, busy, fault, onClose, onConfirm, confirmLabel, children }: FrameProps) {
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={onConfirm}
      title={title}
      confirmLabel={confirmLabel}
      busy={busy}
    >
      <div className="stack stack--tight">
        {text !== undefined && <p>{text}</p>}
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        {children}
      </div>
    </ConfirmDialog>
  );
}

export function AddDepartmentDialog({
  institutionId,
  onClose,
}: DepartmentDialogProps & { readonly institutionId: string }) {
  const t = useMessages(institutionMessages);
  const words = useMessages(organisationWords);
  const idempotency = useIdempotencyKey();
  const { busy, fault, setFault, run } = useChange(onClose);
  const [name, setName] = useState('');
  const [group, setGroup] = useState<(typeof DEPARTMENT_GROUPS)[number]>('division');
  const [validFrom, setValidFrom] = useState<Day | null>(today());
  const confirm = () => {
    const tidy = name.trim().normalize('NFC');
    if (tidy === '') return setFault(t('nameRequired'));
    if (validFrom === null) return setFault(t('dayRequired'));
    const body = { name: tidy, group, validFrom };
    return void run(async () => {
      await createDepartment(institutionId, body, idempotency.headersFor(body));
      return t('added', { name: tidy });
    });
  };
  return (
    <Frame
      title={t('addTitle')}
      busy={busy}
      fault={fault}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('add')}
    >
      <TextField
        label={t('department')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('group')}
        emptyLabel={null}
        value={group}
        onChange={(event) =>
          setGroup(DEPARTMENT_GROUPS.find((one) => one === event.target.value) ?? 'division')
        }
        options={DEPARTMENT_GROUPS.map((value) => ({ value, label: words(`group_${value}`) }))}
      />
      <DayField label={t('validFrom')} required value={validFrom} onChange={setValidFrom} />
    </Frame>
  );
}

interface OfDepartment extends DepartmentDialogProps {
  readonly department: Department;
}

export function RenameDepartmentDialog({ department, onClose }: OfDepartment) {
  const t = useMessages(institutionMessages);
  const { busy, fault, setFault, run } = useChange(onClose);
  const [name, setName] = useState(department.name);
  const confirm = () => {
    const tidy = name.trim().normalize('NFC');
    if (tidy === '') return setFault(t('nameRequired'));
    return void run(async () => {
      await renameDepartment(department, tidy);
      return t('renamed');
    }, department);
  };
  return (
    <Frame
      title={t('renameTitle', { name: department.name })}
      text={t('renameText')}
      busy={busy}
      fault={fault}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('save')}
    >
      <TextField
        label={t('department')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </Frame>
  );
}

/** The rule of succession says beforehand why not. */
export function SucceedDepartmentDialog({ department, onClose }: OfDepartment) {
  const t = useMessages(institutionMessages);
  const { language } = useLanguage();
  const idempotency = useIdempotencyKey();
  const { busy, fault, setFault, run } = useChange(onClose);
  const [name, setName] = useState('');
  const [from, setFrom] = useState<Day | null>(null);
  const confirm = () => {
    const tidy = name.trim().normalize('NFC');
    if (tidy === '') return setFault(t('nameRequired'));
    if (from === null) return setFault(t('dayRequired'));
    const refused = departmentSuccessionRefusal(department, from);
    if (refused !== null) return setFault(refusalSentence(refused, language));
    const body = { name: tidy, from };
    return void run(async () => {
      await succeedDepartment(department, body, idempotency.headersFor(body));
      return t('succeeded', { name: tidy });
    }, department);
  };
  return (
    <Frame
      title={t('succeedTitle', { name: department.name })}
      text={t('succeedText')}
      busy={busy}
      fault={fault}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('succeed')}
    >
      <TextField
        label={t('succeedName')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <DayField label={t('succeedFrom')} required value={from} onChange={setFrom} />
    </Frame>
  );
}
