import {
  ADJUSTMENT_KINDS,
  adjustmentRefusal,
  type AdjustmentInput,
  type Day,
  type Refusal,
} from '@ieum/domain';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { DayField } from '../../components/day-field';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { TextArea } from '../../components/text-area';
import { today } from '../../lib/date-format';
import { useLanguage, useMessages, type Translate } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { problemSentence } from '../../lib/problem-sentences';
import { refusalSentence } from '../../lib/refusal-sentence';
import { purchaseWords } from '../../lib/purchase-messages';
import type { NewAdjustment, Purchase } from './api';
import { detailMessages } from './detail-messages';
import type { Standing } from './use-purchase-standing';

interface AdjustDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** throws the ProblemError that the dialog shows */
  readonly onAdjust: (adjustment: NewAdjustment) => Promise<void>;
  readonly purchase: Purchase;
  readonly standing: Standing;
}

type Sentence = Translate<(typeof detailMessages)['ko']>;

/** A signed row beside the purchase; the rule of adjustments says beforehand what is wrong with it. */
export function AdjustDialog(props: AdjustDialogProps) {
  const { open, onClose, onAdjust, purchase, standing } = props;
  const t = useMessages(detailMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const [kind, setKind] = useState<AdjustmentInput['kind']>('change');
  const [amountKrw, setAmount] = useState<number | null>(null);
  const [supplyValueKrw, setSupplyValue] = useState<number | null>(null);
  const [day, setDay] = useState<Day | null>(today());
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    if (day === null) return setFault(t('adjustDayMissing'));
    if (amountKrw === null) return setFault(t('adjustAmountMissing'));
    const input = { kind, amountKrw, supplyValueKrw, day, reason: reason.trim() };
    const refused = adjustmentRefusal(input, {
      originalState: purchase.state,
      originalIsAdjustment: purchase.adjustsId !== null,
      originalDay: standing.day ?? day,
      originalPeriodState: standing.periodState,
      netKrw: standing.netKrw,
      periodState: day.startsWith(`${purchase.fiscalYear}-`) ? standing.periodStateOn(day) : 'open',
    });
    if (refused !== null)
      return setFault(adjustmentFault(refused, standing.netKrw, t) ?? refusalSentence(refused, language));
    setBusy(true);
    setFault(null);
    await onAdjust(input).catch((error: unknown) => setFault(problemSentence(error, language)));
    setBusy(false);
  };

  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => void confirm()}
      title={t('adjustTitle')}
      confirmLabel={t('adjustConfirm')}
      busy={busy}
    >
      <div className="stack stack--tight">
        <p>{t('adjustText')}</p>
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <RadioGroup
          label={t('adjustKind')}
          name="adjustment-kind"
          inline
          value={kind}
          onChange={(value) => {
            const chosen = ADJUSTMENT_KINDS.find((one) => one === value) ?? 'change';
            setKind(chosen);
            if (chosen === 'cancellation') setAmount(-standing.netKrw);
          }}
          options={ADJUSTMENT_KINDS.map((one) => ({ value: one, label: word(`adjustment_${one}`) }))}
        />
        <MoneyField label={t('adjustAmount')} required value={amountKrw} onChange={setAmount} />
        <MoneyField label={t('adjustSupplyValue')} value={supplyValueKrw} onChange={setSupplyValue} />
        <DayField label={t('adjustDay')} required value={day} onChange={setDay} />
        <TextArea
          label={t('adjustReason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p role="status">
          {amountKrw !== null &&
            t('adjustPreview', {
              before: showKrw(standing.netKrw),
              after: showKrw(standing.netKrw + amountKrw),
            })}
        </p>
      </div>
    </ConfirmDialog>
  );
}

/** The words for one field of the rule; null for what the general sentences say already. */
function adjustmentFault(refused: Refusal, netKrw: number, t: Sentence): string | null {
  if (refused.code === 'ADJUSTMENT_EXCEEDS_PURCHASE') return t('adjustExceeds', { amount: showKrw(netKrw) });
  if (refused.code !== 'ADJUSTMENT_INVALID') return null;
  const { field, rule } = refused.details ?? {};
  if (field === 'day') return rule === 'before_purchase' ? t('adjustBefore') : t('adjustDayMissing');
  if (field === 'supplyValueKrw') return t('adjustSupply');
  if (rule === 'sign') return t('adjustSign');
  if (rule === 'whole') return t('adjustWhole', { amount: showKrw(netKrw) });
  return field === 'amountKrw' ? t('adjustAmountMissing') : null;
}
