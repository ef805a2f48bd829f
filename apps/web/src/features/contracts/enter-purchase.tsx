import { contractPurchaseRefusal, yearOf } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { FactList } from '../../components/fact-list';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { useToast } from '../../components/toast';
import { showDay } from '../../lib/date-format';
import { departmentsQuery } from '../../lib/institution-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { enterContract, type Contract } from './api';
import { useContractOutlook } from './use-contract-outlook';
import { contractMessages } from './messages';

/** One press and a short question: what will be entered, and whether it counts. */
export function EnterPurchase({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  const [asking, setAsking] = useState(false);
  const standing = { state: contract.state, purchaseId: contract.purchase?.id ?? null };
  if (contractPurchaseRefusal(standing, contract.suppliersUnknown) !== null) return null;
  return (
    <>
      <Button icon="plus" onClick={() => setAsking(true)}>
        {t('enter')}
      </Button>
      {asking && <EnterDialog contract={contract} onClose={() => setAsking(false)} />}
    </>
  );
}

interface EnterDialogProps {
  readonly contract: Contract;
  readonly onClose: () => void;
}

function EnterDialog({ contract, onClose }: EnterDialogProps) {
  const t = useMessages(contractMessages);
  const { language } = useLanguage();
  const [departmentId, setDepartmentId] = useState('');
  const [paymentDate, setPaymentDate] = useState<string | null>(null);
  const { send, busy, refused, isTwin } = useEntry(contract, onClose);
  const lacksDepartment = contract.departmentId === null && departmentId === '';
  const lead = contract.parties.find((one) => one.isLead)?.supplierName ?? '';
  const enter = () => {
    if (lacksDepartment) return;
    const place = contract.departmentId === null ? { departmentId } : {};
    send({ ...place, paymentDate, ...(isTwin ? { confirmProbableDuplicate: true } : {}) });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={enter}
      title={t('enterTitle')}
      confirmLabel={t(isTwin ? 'enterAnyway' : 'enter')}
      busy={busy}
    >
      <div className="stack stack--tight">
        {refused !== null && (
          <Notice tone={isTwin ? 'warning' : 'danger'} live>
            {refused}
          </Notice>
        )}
        <Outlook contract={contract} paymentDate={paymentDate} />
        <FactList
          facts={[
            { label: t('item'), value: contract.item },
            { label: t('party'), value: lead },
            { label: t('value'), value: t('won', { amount: showKrw(contract.valueKrw) }) },
            { label: t('signedOn'), value: showDay(contract.signedOn, language) },
            { label: t('number'), value: contract.contractNumber },
            ...(contract.departmentName === null
              ? []
              : [{ label: t('enterDepartment'), value: contract.departmentName }]),
          ]}
        />
        {contract.departmentId === null && (
          <DepartmentChoice
            institutionId={contract.institutionId}
            value={departmentId}
            onChange={setDepartmentId}
          />
        )}
        <DayField label={t('paymentDate')} value={paymentDate} onChange={setPaymentDate} />
        {contract.parties.length > 1 && <p className="field__hint">{t('enterAs', { supplier: lead })}</p>}
      </div>
    </ConfirmDialog>
  );
}

function DepartmentChoice(props: {
  readonly institutionId: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const t = useMessages(contractMessages);
  const departments = useQuery(departmentsQuery(props.institutionId));
  return (
    <SelectField
      label={t('enterDepartment')}
      required
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      options={(departments.data?.items ?? [])
        .filter((one) => one.validTo === null)
        .map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function Outlook({
  contract,
  paymentDate,
}: {
  readonly contract: Contract;
  readonly paymentDate: string | null;
}) {
  const t = useMessages(contractMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const outlook = useContractOutlook(contract, paymentDate);
  if (outlook === null) return null;
  if (outlook === 'no-policy')
    return <Notice tone="danger">{t('enterNoYear', { year: String(yearOf(contract.signedOn)) })}</Notice>;
  const counts = outlook.countStatus === 'counted';
  const day = showDay(outlook.recognitionDate, language);
  return (
    <Notice
      tone={counts ? 'success' : 'warning'}
      title={
        counts
          ? t('enterCounts', { day, amount: showKrw(outlook.recognizedAmountKrw) })
          : t('enterNotCounted')
      }
    >
      {!counts && (
        <ul>
          {outlook.reasons.map((reason) => (
            <li key={reason}>{word(`reason_${reason}`)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Sends it once; whoever was slower than a colleague is shown the purchase that is there. */
function useEntry(contract: Contract, onDone: () => void) {
  const t = useMessages(contractMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const idempotency = useIdempotencyKey();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [isTwin, setIsTwin] = useState(false);
  const enter = async (body: Parameters<typeof enterContract>[1]) => {
    setBusy(true);
    try {
      const entered = await enterContract(contract.id, body, idempotency.headersFor(body));
      say(t('entered'));
      await client.invalidateQueries();
      onDone();
      if (entered.purchase !== null) await navigate(`/purchases/${entered.purchase.id}`);
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : '';
      if (code === 'CONTRACT_ALREADY_PURCHASED') {
        say(t('enteredByOther'));
        await client.invalidateQueries();
        onDone();
        return;
      }
      setIsTwin(code === 'PURCHASE_PROBABLE_DUPLICATE');
      setRefused(code === 'PURCHASE_PROBABLE_DUPLICATE' ? t('enterDuplicate') : sentence(error));
    }
    setBusy(false);
  };
  return { send: (body: Parameters<typeof enterContract>[1]) => void enter(body), busy, refused, isTwin };
}
