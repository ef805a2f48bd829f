import { VersionConflict } from '../../components/version-conflict';
import { useRuleSpan } from '../../components/use-rule-span';
import { directAwardWords } from '../../lib/direct-award-messages';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import type { AwardRule } from './api';
import { valuesOf, type AwardRuleValues } from './award-rule-values';
import { awardRuleMessages } from './messages';

interface AwardRuleConflictProps {
  readonly mine: AwardRuleValues;
  readonly theirs: AwardRule;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Two administrators corrected the same rule: both versions, and a choice. */
export function AwardRuleConflict({ mine, theirs, ...choice }: AwardRuleConflictProps) {
  const t = useMessages(awardRuleMessages);
  const word = useMessages(directAwardWords);
  const name = useMessages(purchaseWords);
  const span = useRuleSpan();
  const shown = (values: AwardRuleValues): Readonly<Record<string, string>> => ({
    [t('ruleKind')]: word(`rule_${values.rule}`),
    [t('class')]: word(`class_${values.enterpriseClass}`),
    [t('certificationTypes')]: values.certificationTypes.map((one) => name(`certificate_${one}`)).join(', '),
    [t('minRatio')]: values.minRatio,
    [t('kinds')]: values.contractKinds.map((one) => word(`kind_${one}`)).join(', '),
    [t('limit')]: showKrw(values.limitKrw),
    [t('period')]: span(values),
    [t('legalBasis')]: values.legalBasis,
    [t('verification')]: word(`verification_${values.verification}`),
    [t('verificationNote')]: values.verificationNote,
    [t('sourceLabel')]: values.source,
  });
  const [own, other] = [shown(mine), shown(valuesOf(theirs))];
  return (
    <VersionConflict
      open
      fields={Object.keys(own).map((label) => ({
        label,
        mine: own[label],
        theirs: other[label],
        differs: own[label] !== other[label],
      }))}
      {...choice}
    />
  );
}
