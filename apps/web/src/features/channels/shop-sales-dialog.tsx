import { shopSaleRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../components/data-table';
import type { TableColumn } from '../../components/table-column';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { addShopSale, shopSalesQuery, type Shop, type ShopSale } from './api';
import { EntryDialog } from './entry-dialog';
import { dayOrNull, numberOrNull, type EntryField, type EntryValues } from './entry-values';
import { channelMessages } from './messages';

interface ShopSalesDialogProps {
  readonly shop: Shop;
  readonly onClose: () => void;
}

/** The figures of one more month, above those that are there. */
export function ShopSalesDialog({ shop, onClose }: ShopSalesDialogProps) {
  const t = useMessages(channelMessages);
  const sales = useQuery(shopSalesQuery(shop.id));
  const rows = sales.data?.items ?? [];
  const fields: readonly EntryField[] = [
    { name: 'period', label: t('period'), kind: 'day', required: true, hint: t('periodHint') },
    { name: 'salesKrw', label: t('sales'), kind: 'money', required: true },
    { name: 'enterprises', label: t('enterprises'), kind: 'count', max: 6 },
    { name: 'products', label: t('products'), kind: 'count', max: 6 },
  ];
  const columns: readonly TableColumn<ShopSale>[] = [
    { key: 'period', label: t('period'), kind: 'day', value: (row) => row.period },
    { key: 'enterprises', label: t('enterprises'), kind: 'number', value: (row) => row.enterprises },
    { key: 'products', label: t('products'), kind: 'number', value: (row) => row.products },
    { key: 'salesKrw', label: t('sales'), kind: 'money', value: (row) => row.salesKrw },
  ];
  const bodyOf = (values: EntryValues) => ({
    period: dayOrNull(values, 'period') ?? today(),
    salesKrw: numberOrNull(values, 'salesKrw') ?? 0,
    enterprises: numberOrNull(values, 'enterprises'),
    products: numberOrNull(values, 'products'),
  });
  const refusalOf = (values: EntryValues) => {
    const { period } = bodyOf(values);
    return shopSaleRefusal({
      today: today(),
      period,
      periodTaken: rows.some((row) => row.period === period),
    });
  };
  return (
    <EntryDialog
      title={t('salesTitle', { name: shop.name })}
      draftName={`shop-sale:${shop.id}`}
      fields={fields}
      start={{ period: null, salesKrw: null, enterprises: '', products: '' }}
      version={null}
      refusalOf={refusalOf}
      save={(values, _, header) => addShopSale(shop.id, bodyOf(values), header)}
      onClose={onClose}
    >
      {rows.length > 0 && (
        <DataTable
          name="shop-sales"
          caption={t('sales')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
    </EntryDialog>
  );
}
