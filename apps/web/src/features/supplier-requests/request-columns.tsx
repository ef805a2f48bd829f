import { Link } from 'react-router';
import { DeadlineText } from '../../components/deadline-text';
import type { TableColumn } from '../../components/table-column';
import { showDay, showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { SupplierRequest } from './api';
import { requestMessages } from './messages';
import { RequestStateBadge } from './request-state-badge';
import { askerOf } from './request-values';

/** An enterprise reads who asks; an institution, whom it asked; whoever sees several departments, which of them. */
export function useRequestColumns(
  isInbox: boolean,
  severalDepartments: boolean,
): readonly TableColumn<SupplierRequest>[] {
  const t = useMessages(requestMessages);
  const { language } = useLanguage();
  const other: TableColumn<SupplierRequest> = isInbox
    ? {
        key: 'from',
        label: t('from'),
        width: 16,
        value: askerOf,
      }
    : { key: 'supplier', label: t('supplier'), width: 16, value: (row) => row.supplierName };
  return [
    {
      key: 'title',
      label: t('titleField'),
      width: 20,
      value: (row) => row.title,
      cell: (row) => <Link to={`/supplier-requests/${row.id}`}>{row.title}</Link>,
    },
    other,
    ...(!severalDepartments
      ? []
      : [
          {
            key: 'department',
            label: t('department'),
            width: 14,
            value: (row: SupplierRequest) => row.departmentName,
          },
        ]),
    { key: 'item', label: t('item'), width: 13, hiddenAtFirst: true, value: (row) => row.itemName },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      width: 15,
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <RequestStateBadge state={row.state} />,
    },
    {
      key: 'answerBy',
      label: t('answerBy'),
      kind: 'day',
      width: 15,
      value: (row) => row.answerBy,
      cell: (row) => <DeadlineText answerBy={row.answerBy} isOpen={row.state === 'sent'} />,
    },
    {
      key: 'neededOn',
      label: t('neededOn'),
      kind: 'day',
      hiddenAtFirst: true,
      value: (row) => row.neededOn,
      cell: (row) => showDay(row.neededOn, language),
    },
    {
      key: 'quoted',
      label: t('quotedWon'),
      kind: 'money',
      value: (row) => row.quotedAmountKrw,
    },
    {
      key: 'createdAt',
      label: t('createdAt'),
      width: 17,
      value: (row) => row.createdAt,
      cell: (row) => showInstant(row.createdAt, language),
    },
  ];
}
