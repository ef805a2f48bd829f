import { CERTIFICATION_TYPES, tidyLine, type CertificationType, type Day } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { changeValidityRule, createValidityRule, VALIDITY_RULES_KEY, type ValidityRule } from './api';
import { validityMessages } from './validity-messages';

interface ValidityRuleDialogProps {
  /** null = a new one; the type of a rule stays */
  readonly rule: ValidityRule | null;
  readonly onClose: () => void;
}

type Faults = Partial<Record<'effectiveFrom' | 'validMonths' | 'legalBasis', string>>;

export function ValidityRuleDialog({ rule, onClose }: ValidityRuleDialogProps) {
  const t = useMessages(validityMessages);
  const words = useMessages(purchaseWords);
  const idempotency = useIdempotencyKey();
  const [type, setType] = useState<CertificationType>(rule?.type ?? 'prospective_local');
  const [effectiveFrom, setFrom] = useState<Day | null>(rule?.effectiveFrom ?? null);
  const [isLimited, setLimited] = useState(rule === null || rule.validMonths !== null);
  const [months, setMonths] = useState(String(rule?.validMonths ?? ''));
  const [legalBasis, setBasis] = useState(rule?.legalBasis ?? '');
  const [wrong, setWrong] = useState<Faults>({});
  const { busy, fault, run } = useRuleChange(onClose);

  const save = () => {
    const validMonths = isLimited ? readMonths(months) : null;
    const basis = tidyLine(legalBasis);
    setWrong({
      ...(effectiveFrom === null ? { effectiveFrom: t('required') } : {}),
      ...(validMonths === undefined ? { validMonths: t('validMonthsWrong') } : {}),
      ...(basis === '' ? { legalBasis: t('required') } : {}),
    });
    if (effectiveFrom === null || validMonths === undefined || basis === '') return;
    const body = { effectiveFrom, validMonths, legalBasis: basis };
    const made = { type, ...body };
    void run(() =>
      rule === null ? createValidityRule(made, idempotency.headersFor(made)) : changeValidityRule(rule, body),
    );
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={save}
      title={rule === null ? t('addTitle') : t('changeTitle', { type: words(`certificate_${rule.type}`) })}
      confirmLabel={t('save')}
      busy={busy}
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        {rule === null && (
          <SelectField
            label={t('type')}
            emptyLabel={null}
            required
            value={type}
            onChange={(event) =>
              setType(CERTIFICATION_TYPES.find((one) => one === event.target.value) ?? type)
            }
            options={CERTIFICATION_TYPES.map((value) => ({ value, label: words(`certificate_${value}`) }))}
          />
        )}
        <DayField
          label={t('effectiveFrom')}
          hint={t('effectiveFromHint')}
          required
          error={wrong.effectiveFrom}
          value={effectiveFrom}
          onChange={setFrom}
        />
        <RadioGroup
          label={t('validity')}
          name="validity"
          inline
          value={isLimited ? 'limited' : 'none'}
          onChange={(value) => setLimited(value === 'limited')}
          options={[
            { value: 'limited', label: t('limited') },
            { value: 'none', label: t('noLimit') },
          ]}
        />
        {isLimited && (
          <TextField
            label={t('validMonths')}
            hint={t('validMonthsHint')}
            required
            inputMode="numeric"
            maxLength={3}
            error={wrong.validMonths}
            value={months}
            onChange={(event) => setMonths(event.target.value)}
          />
        )}
        <TextArea
          label={t('legalBasis')}
          hint={t('legalBasisHint')}
          required
          maxLength={500}
          error={wrong.legalBasis}
          value={legalBasis}
          onChange={(event) => setBasis(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}

const MAX_MONTHS = 600;

/** undefined = not a number of months */
function readMonths(text: string): number | undefined {
  const typed = text.normalize('NFKC').trim();
  const months = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return months >= 1 && months <= MAX_MONTHS ? months : undefined;
}

/** Sends, says so, closes; a refusal in words, fresh rules after somebody else's change. */
function useRuleChange(onDone: () => void) {
  const t = useMessages(validityMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const run = async (send: () => Promise<ValidityRule>) => {
    setBusy(true);
    setFault(null);
    try {
      await send();
      say(t('saved'));
      onDone();
    } catch (error) {
      setFault(error instanceof ProblemError && error.status === 412 ? t('stale') : sentence(error));
    }
    await queryClient.invalidateQueries({ queryKey: VALIDITY_RULES_KEY });
    setBusy(false);
  };
  return { busy, fault, run };
}
