import { Link } from 'react-router';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import type { Contract } from './api';
import { ContractStateBadge, PurchaseBadge } from './contract-badges';
import { contractMessages } from './messages';

/** A department reads its own; whoever sees several institutions reads which one. */
export function useContractColumns(): readonly TableColumn<Contract>[] {
  const t = useMessages(contractMessages);
  const word = useMessages(purchaseWords);
  const { institutionId, departmentId } = useUser();
  const suppliersOf = ({ parties, suppliersUnknown }: Contract) => {
    const [first, ...others] = [...parties].sort((one, other) => Number(other.isLead) - Number(one.isLead));
    if (first === undefined) return suppliersUnknown ? t('suppliersUnknown') : null;
    const name = first.supplierName;
    return others.length === 0 ? name : t('suppliersOthers', { name, count: others.length });
  };
  return [
    {
      key: 'item',
      label: t('item'),
      width: 22,
      value: (row) => row.item,
      cell: (row) => <Link to={`/contracts/${row.id}`}>{row.item}</Link>,
    },
    {
      key: 'institution',
      label: t('institution'),
      width: 13,
      value: (row) => row.institutionName,
      hiddenAtFirst: institutionId !== null,
    },
    {
      key: 'department',
      label: t('department'),
      width: 12,
      value: (row) => row.departmentName,
      hiddenAtFirst: departmentId !== null,
    },
    { key: 'suppliers', label: t('suppliers'), width: 16, value: suppliersOf },
    { key: 'signedOn', label: t('signedOn'), kind: 'day', value: (row) => row.signedOn },
    { key: 'value', label: t('value'), kind: 'money', value: (row) => row.valueKrw },
    {
      key: 'purchase',
      label: t('purchase'),
      kind: 'state',
      width: 14,
      cell: (row) => <PurchaseBadge contract={row} />,
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      cell: (row) => <ContractStateBadge state={row.state} />,
    },
    {
      key: 'kind',
      label: t('kind'),
      width: 9,
      value: (row) => word(`kind_${row.kind}`),
      hiddenAtFirst: true,
    },
    {
      key: 'source',
      label: t('source'),
      width: 10,
      value: (row) => t(`source_${row.source}`),
      hiddenAtFirst: true,
    },
    {
      key: 'number',
      label: t('number'),
      width: 13,
      value: (row) => row.contractNumber,
      hiddenAtFirst: true,
    },
    {
      key: 'adviser',
      label: t('adviser'),
      width: 12,
      value: (row) => row.adviserName,
      hiddenAtFirst: true,
    },
  ];
}
