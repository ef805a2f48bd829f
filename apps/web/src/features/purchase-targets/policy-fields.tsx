import {
  AMOUNT_BASES,
  CERTIFICATION_TYPES,
  DENOMINATORS,
  MALL_TARGET_PLACES,
  RECOGNITION_DATES,
  ROUNDINGS,
  rateOf,
  ratePolicyOf,
} from '@ieum/domain';
import { MoneyField } from '../../components/money-field';
import { RadioGroup } from '../../components/radio-group';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { CheckList } from '../../components/check-list';
import { policyMessages } from './policy-messages';
import type { PolicyValues } from './policy-values';

const DECIMALS = [0, 1, 2, 3, 4];

interface PolicyFieldsProps {
  readonly value: PolicyValues;
  readonly onChange: (value: PolicyValues) => void;
  /** the field that the rule refused on the last attempt */
  readonly wrong: string | null;
}

/** Every choice of the counting policy with what it means. */
export function PolicyFields({ value, onChange, wrong }: PolicyFieldsProps) {
  const t = useMessages(policyMessages);
  const words = useMessages(purchaseWords);
  const set = <Key extends keyof PolicyValues>(key: Key, next: PolicyValues[Key]) =>
    onChange({ ...value, [key]: next });
  const pick = <Choice extends string>(
    list: readonly Choice[],
    text: string,
    take: (one: Choice) => void,
  ) => {
    const known = list.find((one) => one === text);
    if (known !== undefined) take(known);
  };
  // 25 of 14 is the pair for which real reports disagreed: 179 rounded, 178 cut off.
  const example = rateOf(25, 14, ratePolicyOf(value)).display ?? '';
  return (
    <div className="stack">
      <RadioGroup
        name="recognitionDate"
        label={t('recognitionDate')}
        value={value.recognitionDate}
        onChange={(text) => pick(RECOGNITION_DATES, text, (one) => set('recognitionDate', one))}
        options={RECOGNITION_DATES.map((one) => ({
          value: one,
          label: t(`recognition_${one}`),
          hint: t(`recognition_${one}_hint`),
        }))}
      />
      <RadioGroup
        name="amountBasis"
        label={t('amountBasis')}
        value={value.amountBasis}
        onChange={(text) => pick(AMOUNT_BASES, text, (one) => set('amountBasis', one))}
        options={AMOUNT_BASES.map((one) => ({
          value: one,
          label: t(`amount_${one}`),
          hint: t(`amount_${one}_hint`),
        }))}
      />
      <CheckList
        label={t('eligible')}
        hint={t('eligibleHint')}
        error={wrong === 'eligibleCertificationTypes' ? t('choiceRequired') : undefined}
        value={value.eligibleCertificationTypes}
        onChange={(types) => set('eligibleCertificationTypes', types)}
        options={CERTIFICATION_TYPES.map((one) => ({ value: one, label: words(`certificate_${one}`) }))}
      />
      <RadioGroup
        name="mallTarget"
        label={t('mallTarget')}
        value={value.mallTarget}
        onChange={(text) => pick(MALL_TARGET_PLACES, text, (one) => set('mallTarget', one))}
        options={MALL_TARGET_PLACES.map((one) => ({
          value: one,
          label: t(`mall_${one}`),
          hint: t(`mall_${one}_hint`),
        }))}
      />
      <RadioGroup
        name="denominator"
        label={t('denominator')}
        value={value.denominator}
        onChange={(text) => pick(DENOMINATORS, text, (one) => set('denominator', one))}
        options={DENOMINATORS.map((one) => ({
          value: one,
          label: t(`denominator_${one}`),
          hint: t(`denominator_${one}_hint`),
        }))}
      />
      {value.denominator !== 'none' && (
        <div className="form-grid">
          <MoneyField
            label={t('denominatorKrw')}
            value={value.denominatorKrw}
            onChange={(amount) => set('denominatorKrw', amount)}
          />
          <MoneyField
            label={t('exclusionKrw')}
            hint={t('exclusionHint')}
            error={wrong === 'denominatorExclusionKrw' ? t('fieldWrong') : undefined}
            value={value.denominatorExclusionKrw}
            onChange={(amount) => set('denominatorExclusionKrw', amount ?? 0)}
          />
          {value.denominatorExclusionKrw !== 0 && (
            <TextField
              label={t('exclusionReason')}
              required
              maxLength={500}
              error={wrong === 'denominatorExclusionReason' ? t('reasonRequired') : undefined}
              value={value.denominatorExclusionReason ?? ''}
              onChange={(event) => set('denominatorExclusionReason', event.target.value)}
            />
          )}
        </div>
      )}
      <RadioGroup
        name="rounding"
        label={t('rounding')}
        value={value.rounding}
        onChange={(text) => pick(ROUNDINGS, text, (one) => set('rounding', one))}
        options={ROUNDINGS.map((one) => ({
          value: one,
          label: t(`round_${one}`),
          hint: t(`round_${one}_hint`),
        }))}
      />
      <div className="form-grid">
        <SelectField
          label={t('decimals')}
          hint={t('roundingExample', { rate: example })}
          emptyLabel={null}
          value={String(value.decimals)}
          onChange={(event) => set('decimals', Number(event.target.value))}
          options={DECIMALS.map((count) => ({ value: String(count), label: t('decimalsOption', { count }) }))}
        />
        <TextField
          label={t('capPercent')}
          hint={t('capHint')}
          inputMode="numeric"
          maxLength={5}
          error={wrong === 'capPercent' ? t('capWrong') : undefined}
          value={value.capPercent === null ? '' : String(value.capPercent)}
          onChange={(event) => {
            const digits = event.target.value.normalize('NFKC').replace(/\D/g, '');
            set('capPercent', digits === '' ? null : Number(digits));
          }}
        />
        <MoneyField
          label={t('splitThresholdKrw')}
          hint={t('splitHint')}
          error={wrong === 'splitThresholdKrw' ? t('fieldWrong') : undefined}
          value={value.splitThresholdKrw}
          onChange={(amount) => set('splitThresholdKrw', amount)}
        />
      </div>
    </div>
  );
}
