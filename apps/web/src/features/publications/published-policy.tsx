import { formatKrw } from '@ieum/domain';
import type { ReactNode } from 'react';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { Publication } from './api';
import { publicationMessages } from './messages';

interface PublishedPolicyProps {
  readonly policy: Publication['policy'];
}

/** The rules that the figures were computed by, printed with them. */
export function PublishedPolicy({ policy }: PublishedPolicyProps) {
  const t = useMessages(publicationMessages);
  const words = useMessages(purchaseWords);
  const { recognitionDate, amountBasis, mallTarget, denominator, capPercent } = policy;
  const excluded = policy.denominatorExclusionKrw ?? 0;
  const lines: (readonly [string, ReactNode] | null)[] = [
    recognitionDate && [t('recognitionDate'), t(`recognition_${recognitionDate}`)],
    amountBasis && [t('amountBasis'), t(`basis_${amountBasis}`)],
    mallTarget && [t('mallTarget'), t(`mall_${mallTarget}`)],
    policy.eligibleCertificationTypes.length === 0
      ? null
      : [
          t('eligible'),
          policy.eligibleCertificationTypes.map((type) => words(`certificate_${type}`)).join(', '),
        ],
    denominator && [t('denominator'), t(`denominator_${denominator}`)],
    excluded > 0
      ? [
          t('exclusion'),
          t('exclusionValue', {
            amount: formatKrw(excluded),
            reason: policy.denominatorExclusionReason ?? '–',
          }),
        ]
      : null,
    [t('rounding'), t(`rounding_${policy.rounding}`, { decimals: policy.decimals })],
    capPercent === null ? null : [t('cap'), t('capValue', { percent: capPercent })],
    [t('ties'), t('tiesValue')],
  ];
  return (
    <section className="panel stack stack--tight">
      <h2>{t('policyTitle')}</h2>
      {recognitionDate === null && <p>{t('policyDistricts')}</p>}
      <dl className="publication-facts">
        {lines
          .filter((line) => line !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
