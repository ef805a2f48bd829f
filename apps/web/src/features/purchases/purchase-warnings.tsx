import type { PurchaseWarningCode, RefusalDetails } from '@ieum/domain';
import { StateBadge } from '../../components/state-badge';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseMessages } from './messages';
import './purchase-warnings.css';

interface ShownWarning {
  readonly code: PurchaseWarningCode;
  readonly details: object;
}

/** One sentence per warning, with its figures. */
export function useWarningSentence(): (warning: ShownWarning) => string {
  const t = useMessages(purchaseMessages);
  const { language } = useLanguage();
  return ({ code, details }) => {
    const facts: RefusalDetails = { ...details };
    const figure = (name: string) => Number(facts[name] ?? 0);
    switch (code) {
      case 'split_purchase':
        return t('warning_split_purchase', {
          count: figure('count'),
          sum: showKrw(figure('sumKrw')),
          threshold: showKrw(figure('thresholdKrw')),
        });
      case 'probable_duplicate':
        return t('warning_probable_duplicate', { count: figure('count') });
      case 'closed_business':
        return t('warning_closed_business', { day: showDay(String(facts.closedOn ?? ''), language) });
      case 'vat_mismatch':
        return t('warning_vat_mismatch', { vat: showKrw(figure('vatKrw')) });
      case 'outside_fiscal_year':
        return t('warning_outside_fiscal_year', { year: String(facts.fiscalYear ?? '') });
      case 'certificate_missing':
      case 'certificate_expired':
        return t(`warning_${code}`);
    }
  };
}

/** In a table cell: how many, and all sentences on hover, focus and for readers. */
export function WarningMark({ warnings }: { readonly warnings: readonly ShownWarning[] }) {
  const t = useMessages(purchaseMessages);
  const sentence = useWarningSentence();
  if (warnings.length === 0) return null;
  const sentences = warnings.map(sentence).join('\n');
  return (
    <span className="warning-mark" title={sentences}>
      <StateBadge tone="warning" label={t('warningCount', { count: warnings.length })} />
      <span className="visually-hidden">{sentences}</span>
    </span>
  );
}

export function WarningList({ warnings }: { readonly warnings: readonly ShownWarning[] }) {
  const sentence = useWarningSentence();
  return (
    <ul className="warning-list">
      {warnings.map((warning) => (
        <li key={warning.code}>{sentence(warning)}</li>
      ))}
    </ul>
  );
}
