import type { Day } from '@ieum/domain';
import { showDay } from '../lib/date-format';
import { directAwardWords } from '../lib/direct-award-messages';
import type { AwardHint } from '../lib/direct-award-queries';
import { useLanguage, useMessages } from '../lib/language';
import { showKrw } from '../lib/money-format';
import { showBasisPoints } from '../lib/percent-format';
import { purchaseWords } from '../lib/purchase-messages';
import { directAwardHintMessages } from './direct-award-hint-messages';
import { StateBadge } from './state-badge';

type Considered = AwardHint['basis']['considered'][number];
type Failure = Considered['failures'][number];

/** What a hint looked at: certificates, ratio and its day, and of each rule what did not fit and by how much. */
export function DirectAwardBasis({ hint }: { readonly hint: AwardHint }) {
  const t = useMessages(directAwardHintMessages);
  const word = useMessages(directAwardWords);
  const name = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { basis, negotiated } = hint;
  const certificates = basis.certificates.map(({ type, validUntil }) => {
    const certificate = name(`certificate_${type}`);
    return validUntil === null
      ? certificate
      : t('until', { type: certificate, day: showDay(validUntil, language) });
  });
  return (
    <div className="stack stack--tight">
      <dl className="direct-award-hint__facts">
        <dt>{t('certificates', { day: showDay(basis.on, language) })}</dt>
        <dd>{certificates.length === 0 ? t('noCertificates') : certificates.join(', ')}</dd>
        <dt>{t('ratio')}</dt>
        <dd>
          {basis.vulnerableEmploymentBp === null
            ? t('ratioMissing')
            : t('ratioShown', {
                percent: showBasisPoints(basis.vulnerableEmploymentBp),
                day: showDay(basis.vulnerableEmploymentOn, language),
              })}
        </dd>
        {negotiated !== null && (
          <>
            <dt>{t('negotiated')}</dt>
            <dd>
              {t('negotiatedShown', {
                rule: word(`rule_${negotiated.rule.rule}`),
                limit: showKrw(negotiated.rule.limitKrw),
                verification: word(`verification_${negotiated.rule.verification}`),
              })}
            </dd>
          </>
        )}
      </dl>
      {basis.considered.length > 0 && (
        <section aria-label={t('considered')}>
          <h3 className="direct-award-hint__heading">{t('considered')}</h3>
          <ul className="direct-award-hint__considered">
            {basis.considered.map((one) => (
              <ConsideredRule key={one.rule.id} considered={one} on={basis.on} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface ConsideredRuleProps {
  readonly considered: Considered;
  readonly on: Day;
}

function ConsideredRule({ considered: { rule, applies, failures }, on }: ConsideredRuleProps) {
  const t = useMessages(directAwardHintMessages);
  const word = useMessages(directAwardWords);
  const sentence = useFailureSentence();
  // Without a price every rule lacks it: that is said once, where nothing else stands in the way.
  const told = failures.filter(({ condition }) => condition !== 'amount_missing');
  const open = !applies && told.length === 0;
  return (
    <li>
      <span className="cluster">
        <StateBadge
          tone={applies ? 'success' : open ? 'information' : 'neutral'}
          label={t(applies ? 'applies' : open ? 'needsAmount' : 'appliesNot')}
        />
        {t('ruleLine', { class: word(`class_${rule.enterpriseClass}`), limit: showKrw(rule.limitKrw) })}
      </span>
      {told.length > 0 && (
        <ul>
          {told.map((failure) => (
            <li key={failure.condition}>{sentence(failure, rule, on)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function useFailureSentence(): (failure: Failure, rule: Considered['rule'], on: Day) => string {
  const word = useMessages(directAwardWords);
  const name = useMessages(purchaseWords);
  const { language } = useLanguage();
  return ({ condition, needed, actual, missedBy }, rule, on) => {
    switch (condition) {
      case 'not_in_force':
        return rule.validFrom !== null && on < rule.validFrom
          ? word('condition_not_yet', { day: showDay(rule.validFrom, language) })
          : word('condition_no_longer', { day: showDay(rule.validTo, language) });
      case 'certificate':
        return word('condition_certificate', {
          types: rule.certificationTypes.map((type) => name(`certificate_${type}`)).join(', '),
        });
      case 'ratio_missing':
        return word('condition_ratio_missing', { needed: showBasisPoints(needed ?? 0) });
      case 'ratio_below':
        return word('condition_ratio_below', {
          actual: showBasisPoints(actual ?? 0),
          needed: showBasisPoints(needed ?? 0),
          missed: showBasisPoints(missedBy ?? 0),
        });
      case 'amount_above':
        return word('condition_amount_above', { missed: showKrw(missedBy) });
      default:
        return word(`condition_${condition}`);
    }
  };
}
