import {
  AWARD_CONTRACT_KINDS,
  AWARD_RULE_KINDS,
  CERTIFICATION_TYPES,
  ENTERPRISE_CLASSES,
  RULE_VERIFICATIONS,
} from '@ieum/domain';
import { CheckList } from '../../components/check-list';
import { DayField } from '../../components/day-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { directAwardWords } from '../../lib/direct-award-messages';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { AwardRuleValues } from './award-rule-values';
import { awardRuleMessages } from './messages';

type Field =
  | 'certificationTypes'
  | 'minVulnerableEmploymentBp'
  | 'contractKinds'
  | 'limitKrw'
  | 'validFrom'
  | 'validTo'
  | 'legalBasis';

interface AwardRuleFieldsProps {
  readonly values: AwardRuleValues;
  readonly onChange: (patch: Partial<AwardRuleValues>) => void;
  /** the field that the rule of rules does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
}

export function AwardRuleFields({ values, onChange, faulty }: AwardRuleFieldsProps) {
  const t = useMessages(awardRuleMessages);
  const word = useMessages(directAwardWords);
  const name = useMessages(purchaseWords);
  const errorOf = (field: Field) => (faulty === field ? t(`error_${field}`) : undefined);
  const isGeneral = values.enterpriseClass === 'general';
  return (
    <>
      <div className="form-grid">
        <SelectField
          label={t('ruleKind')}
          emptyLabel={null}
          value={values.rule}
          onChange={(event) => {
            const rule = AWARD_RULE_KINDS.find((one) => one === event.target.value);
            if (rule) onChange({ rule });
          }}
          options={AWARD_RULE_KINDS.map((value) => ({ value, label: word(`rule_${value}`) }))}
        />
        <SelectField
          label={t('class')}
          emptyLabel={null}
          value={values.enterpriseClass}
          onChange={(event) => {
            const enterpriseClass = ENTERPRISE_CLASSES.find((one) => one === event.target.value);
            if (enterpriseClass) onChange({ enterpriseClass });
          }}
          options={ENTERPRISE_CLASSES.map((value) => ({ value, label: word(`class_${value}`) }))}
        />
      </div>
      {!isGeneral && (
        <>
          <CheckList
            label={t('certificationTypes')}
            hint={t('certificationTypesHint')}
            error={errorOf('certificationTypes')}
            value={values.certificationTypes}
            onChange={(certificationTypes) => onChange({ certificationTypes })}
            options={CERTIFICATION_TYPES.map((value) => ({ value, label: name(`certificate_${value}`) }))}
          />
          <div className="form-grid">
            <TextField
              label={t('minRatio')}
              hint={t('minRatioHint')}
              inputMode="decimal"
              autoComplete="off"
              maxLength={8}
              error={errorOf('minVulnerableEmploymentBp')}
              value={values.minRatio}
              onChange={(event) => onChange({ minRatio: event.target.value })}
            />
          </div>
        </>
      )}
      <CheckList
        label={t('kinds')}
        error={errorOf('contractKinds')}
        value={values.contractKinds}
        onChange={(contractKinds) => onChange({ contractKinds })}
        options={AWARD_CONTRACT_KINDS.map((value) => ({ value, label: word(`kind_${value}`) }))}
      />
      <div className="form-grid">
        <MoneyField
          label={t('limit')}
          required
          error={errorOf('limitKrw')}
          value={values.limitKrw}
          onChange={(limitKrw) => onChange({ limitKrw })}
        />
        <SelectField
          label={t('verification')}
          emptyLabel={null}
          value={values.verification}
          onChange={(event) => {
            const verification = RULE_VERIFICATIONS.find((one) => one === event.target.value);
            if (verification) onChange({ verification });
          }}
          options={RULE_VERIFICATIONS.map((value) => ({ value, label: word(`verification_${value}`) }))}
        />
      </div>
      <div className="form-grid">
        <DayField
          label={t('validFrom')}
          hint={t('validFromHint')}
          error={errorOf('validFrom')}
          value={values.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DayField
          label={t('validTo')}
          hint={t('validToHint')}
          error={errorOf('validTo')}
          value={values.validTo}
          onChange={(validTo) => onChange({ validTo })}
        />
      </div>
      <TextField
        label={t('legalBasis')}
        required
        maxLength={300}
        error={errorOf('legalBasis')}
        value={values.legalBasis}
        onChange={(event) => onChange({ legalBasis: event.target.value })}
      />
      <TextArea
        label={t('verificationNote')}
        maxLength={500}
        value={values.verificationNote}
        onChange={(event) => onChange({ verificationNote: event.target.value })}
      />
      <TextField
        label={t('sourceLabel')}
        maxLength={300}
        value={values.source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
    </>
  );
}
