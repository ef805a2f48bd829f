import { Link } from 'react-router';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { useMessages } from '../../lib/language';
import type { ProblemError } from '../../lib/problem-error';
import { registerMessages } from './messages';

/** Another entry that stands in the way, as the refusal names it. */
export interface OtherSupplier {
  readonly id: string;
  readonly name: string;
  /** how many share the name */
  readonly count: number;
}

export function otherSupplierOf(error: ProblemError): OtherSupplier | null {
  const { supplierId, name, count } = error.details;
  if (typeof supplierId !== 'string' || typeof name !== 'string') return null;
  return { id: supplierId, name, count: typeof count === 'number' ? count : 1 };
}

interface NamesakeDialogProps {
  /** null = there is no question */
  readonly other: OtherSupplier | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
}

/** Asks once whether it is another enterprise of the same name. Nothing typed is lost by either answer. */
export function NamesakeDialog({ other, onConfirm, onClose, busy = false }: NamesakeDialogProps) {
  const t = useMessages(registerMessages);
  if (other === null) return null;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={onConfirm}
      title={t('sameNameTitle')}
      confirmLabel={t('sameNameConfirm')}
      busy={busy}
    >
      <div className="stack stack--tight">
        <p>{t('sameNameText', { name: other.name })}</p>
        {other.count > 1 && <p>{t('sameNameMore', { count: other.count })}</p>}
        <p>
          <Link to={`/suppliers/${other.id}`}>{t('openOther', { name: other.name })}</Link>
        </p>
      </div>
    </ConfirmDialog>
  );
}

/** Says who carries the number already, with the way there. */
export function NumberHolder({ holder }: { readonly holder: OtherSupplier | null }) {
  const t = useMessages(registerMessages);
  if (holder === null) return null;
  return (
    <Notice tone="warning" live>
      {t('taken', { name: holder.name })}{' '}
      <Link to={`/suppliers/${holder.id}`}>{t('openOther', { name: holder.name })}</Link>
    </Notice>
  );
}
