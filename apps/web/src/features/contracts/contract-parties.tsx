import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { Notice } from '../../components/notice';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import type { Contract } from './api';
import { contractMessages } from './messages';

type Party = Contract['parties'][number];

/** Who delivers, and how the value is shared; it counts once, however many they are. */
export function ContractParties({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  const { parties } = contract;
  if (contract.suppliersUnknown) return <Notice>{t('partiesUnknownText')}</Notice>;
  const hasShares = parties.some((one) => one.shareKrw !== null);
  const columns: readonly TableColumn<Party>[] = [
    {
      key: 'party',
      label: t('party'),
      width: 20,
      value: (row) => row.supplierName,
      cell: (row) =>
        row.supplierId === null ? (
          row.supplierName
        ) : (
          <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>
        ),
    },
    {
      key: 'lead',
      label: t('leadParty'),
      width: 10,
      value: (row) => (row.isLead ? t('lead_yes') : null),
    },
    {
      key: 'share',
      label: t('shareWon'),
      kind: 'money',
      value: (row) => row.shareKrw,
    },
  ];
  return (
    <section className="panel" aria-label={t('parties')}>
      <DataTable
        name="contract-parties"
        caption={t('parties')}
        columns={columns}
        rows={parties}
        rowKey={(row) => `${row.supplierId ?? ''} ${row.supplierName}`}
        totals={{
          label: t('partiesTotal'),
          cells: { share: hasShares ? contract.valueKrw : t('shareNone') },
        }}
      />
    </section>
  );
}
