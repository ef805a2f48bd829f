import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import type { TableColumn } from '../../components/table-column';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { Verification } from './api';
import { companyMessages } from './company-messages';

const TONE: Readonly<Record<Verification['state'], BadgeTone>> = {
  pending: 'information',
  verified: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
};

/** What the enterprise sent to be verified, and what became of it. */
export function VerificationHistory({ verifications }: { readonly verifications: readonly Verification[] }) {
  const t = useMessages(companyMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const detailOf = ({ certification, differences }: Verification) =>
    certification === null
      ? differences.map(({ fact }) => t(`fact_${fact}`)).join(', ')
      : words(`certificate_${certification.type}`);
  const columns: readonly TableColumn<Verification>[] = [
    {
      key: 'detail',
      label: t('detail'),
      width: 24,
      value: (row) => `${t(`subject_${row.subject}`)}: ${detailOf(row)}`,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <StateBadge tone={TONE[row.state]} label={t(`state_${row.state}`)} />,
    },
    { key: 'reason', label: t('reason'), width: 22, value: (row) => row.reason },
    {
      key: 'requestedAt',
      label: t('requestedAt'),
      width: 17,
      value: (row) => row.requestedAt,
      cell: (row) => showInstant(row.requestedAt, language),
    },
    {
      key: 'decidedAt',
      label: t('decidedAt'),
      width: 17,
      value: (row) => row.decidedAt,
      cell: (row) => showInstant(row.decidedAt, language),
    },
  ];
  return (
    <div className="panel">
      <DataTable
        name="own-verifications"
        caption={t('historyTitle')}
        columns={columns}
        rows={verifications}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="certificate" title={t('historyNone')} />}
      />
    </div>
  );
}
