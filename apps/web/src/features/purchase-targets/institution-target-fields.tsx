import { MoneyField } from '../../components/money-field';
import { RadioGroup } from '../../components/radio-group';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import {
  basisPointsOf,
  rateAmount,
  type DenominatorFacts,
  type InstitutionTargetValues,
} from './institution-target-values';
import { policyMessages } from './policy-messages';

interface InstitutionTargetFieldsProps {
  readonly name: string;
  readonly value: InstitutionTargetValues;
  readonly facts: DenominatorFacts;
  readonly onChange: (value: InstitutionTargetValues) => void;
}

/** One scheme's target, as an amount or as a rate of the base amount with what that comes to. */
export function InstitutionTargetFields({ name, value, facts, onChange }: InstitutionTargetFieldsProps) {
  const t = useMessages(policyMessages);
  const byRate = value.basis === 'rate';
  const amount = byRate ? rateAmount(value.ratePercent, facts) : null;
  const rateWrong = value.ratePercent.trim() !== '' && basisPointsOf(value.ratePercent) === null;
  return (
    <div className="form-grid">
      <RadioGroup
        name={`basis-${value.schemeCode}`}
        label={t('basisOf', { scheme: name })}
        inline
        value={value.basis}
        onChange={(basis) => onChange({ ...value, basis: basis === 'rate' ? 'rate' : 'amount' })}
        options={[
          { value: 'amount', label: t('basisAmount') },
          { value: 'rate', label: t('basisRate') },
        ]}
      />
      {byRate ? (
        <div>
          <TextField
            label={t('rateOf', { scheme: name })}
            hint={t('rateHint')}
            inputMode="decimal"
            maxLength={8}
            value={value.ratePercent}
            error={rateWrong ? t('rateWrong') : undefined}
            onChange={(event) => onChange({ ...value, ratePercent: event.target.value })}
          />
          <p role="status" className="field__hint">
            {amount !== null && t('rateGives', { amount: showKrw(amount) })}
            {amount === null && !rateWrong && value.ratePercent.trim() !== '' && t('rateNeedsBase')}
          </p>
        </div>
      ) : (
        <MoneyField
          label={t('amountOf', { scheme: name })}
          value={value.targetKrw}
          onChange={(targetKrw) => onChange({ ...value, targetKrw })}
        />
      )}
    </div>
  );
}
