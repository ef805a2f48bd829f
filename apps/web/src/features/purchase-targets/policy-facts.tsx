import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { policyMessages } from './policy-messages';
import type { PolicyValues } from './policy-values';
import './policy-facts.css';

export interface PolicyFact {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}

/** The policy in words, one line per choice. */
export function usePolicyFacts(policy: PolicyValues): PolicyFact[] {
  const t = useMessages(policyMessages);
  const words = useMessages(purchaseWords);
  const won = (krw: number | null) => (krw === null ? '–' : `${showKrw(krw)} ${t('won')}`);
  const { recognitionDate, amountBasis, mallTarget, denominator, rounding } = policy;
  return [
    {
      label: t('recognitionDate'),
      value: t(`recognition_${recognitionDate}`),
      hint: t(`recognition_${recognitionDate}_hint`),
    },
    { label: t('amountBasis'), value: t(`amount_${amountBasis}`), hint: t(`amount_${amountBasis}_hint`) },
    {
      label: t('eligible'),
      value: policy.eligibleCertificationTypes.map((one) => words(`certificate_${one}`)).join(', '),
    },
    { label: t('mallTarget'), value: t(`mall_${mallTarget}`), hint: t(`mall_${mallTarget}_hint`) },
    {
      label: t('denominator'),
      value: t(`denominator_${denominator}`),
      hint: t(`denominator_${denominator}_hint`),
    },
    ...(denominator === 'none'
      ? []
      : [
          { label: t('denominatorKrw'), value: won(policy.denominatorKrw) },
          {
            label: t('exclusionKrw'),
            value: won(policy.denominatorExclusionKrw),
            hint: policy.denominatorExclusionReason ?? '',
          },
        ]),
    {
      label: t('rounding'),
      value: `${t(`round_${rounding}`)} · ${t('decimalsOption', { count: policy.decimals })}`,
    },
    { label: t('capPercent'), value: policy.capPercent === null ? '–' : `${policy.capPercent}%` },
    { label: t('splitThresholdKrw'), value: won(policy.splitThresholdKrw), hint: t('splitHint') },
  ];
}

export function PolicyFacts({ policy }: { readonly policy: PolicyValues }) {
  const facts = usePolicyFacts(policy);
  return (
    <dl className="policy-facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <strong>{fact.value}</strong>
            {fact.hint && <p className="field__hint">{fact.hint}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
