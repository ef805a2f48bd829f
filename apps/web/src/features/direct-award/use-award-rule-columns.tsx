import { AWARD_CONTRACT_KINDS } from '@ieum/domain';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { useRuleSpan } from '../../components/use-rule-span';
import { showInstant, today } from '../../lib/date-format';
import { directAwardWords } from '../../lib/direct-award-messages';
import { useLanguage, useMessages } from '../../lib/language';
import { showBasisPoints } from '../../lib/percent-format';
import { purchaseWords } from '../../lib/purchase-messages';
import type { AwardRule } from './api';
import { awardRuleMessages } from './messages';

interface RuleActions {
  readonly onCorrect: (rule: AwardRule) => void;
  readonly onEnd: (rule: AwardRule) => void;
}

const STATE_TONE: Readonly<Record<'inForce' | 'later' | 'ended', BadgeTone>> = {
  inForce: 'success',
  later: 'information',
  ended: 'neutral',
};
const CHECK_TONE: Readonly<Record<AwardRule['verification'], BadgeTone>> = {
  verified: 'success',
  partly_verified: 'information',
  unverified: 'warning',
};

/** @param actions null for those who only read */
export function useAwardRuleColumns(actions: RuleActions | null): readonly TableColumn<AwardRule>[] {
  const t = useMessages(awardRuleMessages);
  const word = useMessages(directAwardWords);
  const name = useMessages(purchaseWords);
  const { language } = useLanguage();
  const span = useRuleSpan();
  const kindsOf = ({ contractKinds }: AwardRule) =>
    contractKinds.length === AWARD_CONTRACT_KINDS.length
      ? t('allKinds')
      : contractKinds.map((kind) => word(`kind_${kind}`)).join(', ');
  const action: TableColumn<AwardRule> | null = actions && {
    key: 'actions',
    label: t('actions'),
    kind: 'action',
    width: 10,
    cell: (row) => (
      <span className="cluster">
        <Button variant="secondary" size="small" onClick={() => actions.onCorrect(row)}>
          {t('correct')}
          <span className="visually-hidden"> {span(row)}</span>
        </Button>
        <Button variant="text" size="small" onClick={() => actions.onEnd(row)}>
          {t('end')}
          <span className="visually-hidden"> {span(row)}</span>
        </Button>
        <Link to={`/audit-events?tableName=direct_award_rules&rowId=${row.id}`}>{t('history')}</Link>
      </span>
    ),
  };
  return [
    { key: 'rule', label: t('ruleKind'), width: 9, value: (row) => word(`rule_${row.rule}`) },
    {
      key: 'class',
      label: t('class'),
      width: 18,
      value: (row) => word(`class_${row.enterpriseClass}`),
      cell: (row) => (
        <div>
          <strong>{word(`class_${row.enterpriseClass}`)}</strong>
          {row.certificationTypes.length > 0 && (
            <div className="field__hint">
              {t('certifications', {
                types: row.certificationTypes.map((type) => name(`certificate_${type}`)).join(', '),
              })}
            </div>
          )}
          {row.minVulnerableEmploymentBp !== null && (
            <div>{t('ratio', { percent: showBasisPoints(row.minVulnerableEmploymentBp) })}</div>
          )}
        </div>
      ),
    },
    { key: 'kinds', label: t('kinds'), width: 8, value: kindsOf },
    { key: 'limit', label: t('limit'), kind: 'money', width: 12, value: (row) => row.limitKrw },
    {
      key: 'period',
      label: t('period'),
      width: 13,
      value: (row) => row.validFrom ?? '',
      cell: (row) => (
        <div>
          <div>{span(row)}</div>
          <StateBadge tone={STATE_TONE[stateOf(row)]} label={t(`state_${stateOf(row)}`)} />
        </div>
      ),
    },
    {
      key: 'legalBasis',
      label: t('legalBasis'),
      width: 22,
      value: (row) => row.legalBasis,
      cell: (row) => (
        <div>
          <div>{row.legalBasis}</div>
          <StateBadge tone={CHECK_TONE[row.verification]} label={word(`verification_${row.verification}`)} />
          {row.verificationNote !== null && <div className="field__hint">{row.verificationNote}</div>}
          {row.source !== null && <div className="field__hint">{t('source', { source: row.source })}</div>}
          {row.changeReason !== null && (
            <div className="field__hint">
              {t('changed', { day: showInstant(row.changedAt, language), reason: row.changeReason })}
            </div>
          )}
        </div>
      ),
    },
    ...(action === null ? [] : [action]),
  ];
}

function stateOf({ validFrom, validTo }: AwardRule): 'inForce' | 'later' | 'ended' {
  if (validFrom !== null && today() < validFrom) return 'later';
  return validTo !== null && validTo < today() ? 'ended' : 'inForce';
}
