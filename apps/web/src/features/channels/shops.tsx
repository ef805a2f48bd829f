import { SHOP_KINDS } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { PagedTable } from '../../components/paged-table';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import { changeShop, createShop, readShop, shopPages, type Shop } from './api';
import { EntryDialog } from './entry-dialog';
import { dayOrNull, textOf, textOrNull, type EntryField, type EntryValues } from './entry-values';
import { channelMessages } from './messages';
import { ShopSalesDialog } from './shop-sales-dialog';

export function Shops({ year }: { readonly year: number | null }) {
  const t = useMessages(channelMessages);
  const list = useInfiniteQuery(shopPages(year));
  const [edited, setEdited] = useState<Shop | 'new' | null>(null);
  const [selling, setSelling] = useState<Shop | null>(null);
  const totals = list.data?.pages[0]?.totals;
  const columns: readonly TableColumn<Shop>[] = [
    { key: 'name', label: t('shopName'), value: (row) => row.name },
    { key: 'kind', label: t('kind'), width: 10, value: (row) => t(`kind_${row.kind}`) },
    { key: 'place', label: t('place'), value: (row) => row.place },
    { key: 'enterprises', label: t('enterprises'), kind: 'number', value: (row) => row.enterprises },
    { key: 'products', label: t('products'), kind: 'number', value: (row) => row.products },
    { key: 'salesKrw', label: t('sales'), kind: 'money', value: (row) => row.salesKrw },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 16,
      sortable: false,
      cell: (row) => (
        <>
          <Button variant="text" onClick={() => setSelling(row)}>
            {t('addSales')}
          </Button>
          <Button variant="text" onClick={() => setEdited(row)}>
            {t('edit')}
          </Button>
        </>
      ),
    },
  ];
  return (
    <div className="panel stack">
      <div className="no-print">
        <Button onClick={() => setEdited('new')}>{t('add')}</Button>
      </div>
      <PagedTable
        pages={list}
        name="shops"
        caption={t('tab_shops')}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="supplier" title={t('emptyShops')} />}
        totals={
          totals && { label: t('total', { count: totals.count }), cells: { salesKrw: totals.amountKrw } }
        }
      />
      {edited !== null && (
        <ShopDialog shop={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {selling !== null && <ShopSalesDialog shop={selling} onClose={() => setSelling(null)} />}
    </div>
  );
}

const valuesOf = ({ name, kind, place, endedOn }: Shop): EntryValues => ({ name, kind, place, endedOn });

interface ShopDialogProps {
  readonly shop: Shop | null;
  readonly onClose: () => void;
}

function ShopDialog({ shop, onClose }: ShopDialogProps) {
  const t = useMessages(channelMessages);
  const kinds = SHOP_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }));
  const fields: readonly EntryField[] = [
    { name: 'name', label: t('shopName'), kind: 'text', required: true },
    { name: 'kind', label: t('kind'), kind: 'choice', required: true, options: kinds },
    { name: 'place', label: t('place'), kind: 'text', max: 200 },
    ...(shop === null ? [] : ([{ name: 'endedOn', label: t('endedOn'), kind: 'day' }] as const)),
  ];
  return (
    <EntryDialog
      title={t('shopTitle')}
      draftName={`shop:${shop?.id ?? 'new'}`}
      fields={fields}
      start={shop === null ? { name: '', kind: 'coop_store', place: '' } : valuesOf(shop)}
      version={shop?.version ?? null}
      refusalOf={() => null}
      save={(values, version, header) => {
        const kind = SHOP_KINDS.find((one) => one === values['kind']) ?? 'coop_store';
        const body = { name: textOf(values, 'name'), kind, place: textOrNull(values, 'place') };
        if (shop === null) return createShop(body, header);
        return changeShop(shop.id, version, { ...body, endedOn: dayOrNull(values, 'endedOn') });
      }}
      {...(shop !== null && {
        readTheirs: async () => {
          const now = await readShop(shop.id);
          return { values: valuesOf(now), version: now.version };
        },
      })}
      onClose={onClose}
    />
  );
}
