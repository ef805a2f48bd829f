import { duplicateKey } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { ConfirmDialog } from '../../components/dialog';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { sameItemQuery, type Purchase } from './api';
import { entryMessages } from './entry-messages';
import { CountBadge, PurchaseStateBadge } from './purchase-badges';
import { fiscalYearOf, inputOf, type PurchaseFormValues } from './purchase-form-values';
import './duplicate-dialog.css';

interface DuplicateDialogProps {
  /** what was to be saved; null = closed */
  readonly values: PurchaseFormValues | null;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Shows the purchases that look the same, so that somebody can decide instead of guessing. */
export function DuplicateDialog({ values, onClose, onConfirm }: DuplicateDialogProps) {
  const t = useMessages(entryMessages);
  const twins = useTwins(values);
  return (
    <ConfirmDialog
      open={values !== null}
      onClose={onClose}
      onConfirm={onConfirm}
      title={t('duplicateTitle')}
      confirmLabel={t('duplicateConfirm')}
    >
      <p>{t('duplicateText', { count: Math.max(1, twins.length) })}</p>
      <ul className="duplicate-list">
        {twins.map((twin) => (
          <Twin key={twin.id} twin={twin} />
        ))}
      </ul>
    </ConfirmDialog>
  );
}

function Twin({ twin }: { readonly twin: Purchase }) {
  const t = useMessages(entryMessages);
  const { language } = useLanguage();
  return (
    <li>
      <a href={`/purchases/${twin.id}`} target="_blank" rel="noreferrer">
        {t('duplicateOpen', { item: twin.item })}
      </a>
      <span>
        {twin.supplierName} · {showDay(twin.contractDate ?? twin.paymentDate, language)} ·{' '}
        <span className="number">{t('won', { amount: showKrw(twin.amountKrw) })}</span>
      </span>
      <span className="cluster">
        <PurchaseStateBadge state={twin.state} />
        <CountBadge status={twin.countStatus} />
      </span>
    </li>
  );
}

/** The server only says how many there are; the same rule as there finds them among the rows of that item. */
function useTwins(values: PurchaseFormValues | null): readonly Purchase[] {
  const year = values === null ? null : fiscalYearOf(values);
  const { data } = useQuery({
    ...sameItemQuery(values?.departmentId ?? '', year ?? 0, values?.item.trim() ?? ''),
    enabled: values !== null && year !== null,
  });
  if (values === null) return [];
  const input = inputOf(values);
  const businessNumber = input.businessNumber?.replace(/\D/g, '') ?? null;
  const key = duplicateKey({ ...input, businessNumber });
  return (data?.items ?? []).filter((row) => duplicateKey(row) === key);
}
