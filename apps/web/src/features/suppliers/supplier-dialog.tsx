import { isRefusal, parseBusinessNumber, type Day } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { institutionsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { problemSentence } from '../../lib/problem-sentences';
import { ProblemError } from '../../lib/problem-error';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { changeSupplier, createSupplier, SUPPLIERS_KEY, type Supplier } from './api';
import { supplierMessages } from './messages';

interface SupplierDialogProps {
  /** null = a new one */
  readonly supplier: Supplier | null;
  readonly onClose: () => void;
  readonly onSaved: (supplier: Supplier) => void;
}

export function SupplierDialog({ supplier, onClose, onSaved }: SupplierDialogProps) {
  const t = useMessages(supplierMessages);
  const { language } = useLanguage();
  const say = useToast();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const institutions = useQuery(institutionsQuery);
  const [name, setName] = useState(supplier?.name ?? '');
  const [number, setNumber] = useState(supplier?.businessNumber ?? '');
  const [districtCode, setDistrict] = useState(supplier?.districtCode ?? '');
  const [closedOn, setClosed] = useState<Day | null>(supplier?.closedOn ?? null);
  const [wrong, setWrong] = useState<{ name?: string; number?: string }>({});
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const tidy = name.trim().normalize('NFC');
    const digits = number.trim() === '' ? null : parseBusinessNumber(number);
    const faults = {
      ...(tidy === '' ? { name: t('nameRequired') } : {}),
      ...(digits !== null && isRefusal(digits) ? { number: refusalSentence(digits, language) } : {}),
    };
    setWrong(faults);
    if (Object.keys(faults).length > 0) return;
    const body = {
      name: tidy,
      businessNumber: digits === null || isRefusal(digits) ? null : digits,
      districtCode: districtCode === '' ? null : districtCode,
      closedOn,
    };
    setBusy(true);
    setFault(null);
    try {
      const saved =
        supplier === null
          ? await createSupplier(body, idempotency.headersFor(body))
          : await changeSupplier(supplier, body);
      await queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY });
      say(supplier === null ? t('created', { name: saved.name }) : t('saved'));
      onSaved(saved);
      onClose();
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 412;
      setFault(stale ? t('stale') : problemSentence(error, language));
      if (stale) await queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY });
    }
    setBusy(false);
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void save()}
      title={supplier === null ? t('createTitle') : t('editTitle', { name: supplier.name })}
      confirmLabel={t('save')}
      busy={busy}
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <TextField
          label={t('name')}
          required
          maxLength={100}
          error={wrong.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('businessNumber')}
          hint={t('businessNumberHint')}
          inputMode="numeric"
          maxLength={20}
          error={wrong.number}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <SelectField
          label={t('district')}
          emptyLabel={t('districtNone')}
          value={districtCode}
          onChange={(event) => setDistrict(event.target.value)}
          options={(institutions.data?.items ?? []).flatMap(({ administrativeCode, name: district }) =>
            administrativeCode === null ? [] : [{ value: administrativeCode, label: district }],
          )}
        />
        <DayField label={t('closedOn')} hint={t('closedHint')} value={closedOn} onChange={setClosed} />
      </div>
    </ConfirmDialog>
  );
}
