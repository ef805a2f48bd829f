import { b2bLinkRefusal } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { PagedTable } from '../../components/paged-table';
import type { TableColumn } from '../../components/table-column';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { b2bLinkPages, changeLink, createLink, readLink, type B2bLink } from './api';
import { EntryDialog } from './entry-dialog';
import {
  dayOrNull,
  numberOrNull,
  textOf,
  textOrNull,
  type EntryField,
  type EntryValues,
} from './entry-values';
import { channelMessages } from './messages';

const EMPTY: EntryValues = { linkedOn: null, supplierName: '', buyerName: '', item: '', amountKrw: null };

export function B2bLinks({ year }: { readonly year: number | null }) {
  const t = useMessages(channelMessages);
  const list = useInfiniteQuery(b2bLinkPages(year));
  const [edited, setEdited] = useState<B2bLink | 'new' | null>(null);
  const totals = list.data?.pages[0]?.totals;
  const columns: readonly TableColumn<B2bLink>[] = [
    { key: 'supplierName', label: t('supplierName'), value: (row) => row.supplierName },
    { key: 'buyerName', label: t('buyerName'), value: (row) => row.buyerName },
    { key: 'item', label: t('item'), value: (row) => row.item },
    { key: 'linkedOn', label: t('linkedOn'), kind: 'day', value: (row) => row.linkedOn },
    { key: 'amountKrw', label: t('amount'), kind: 'money', value: (row) => row.amountKrw },
    { key: 'voided', label: t('voidedReason'), value: (row) => row.voidedReason },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      sortable: false,
      cell: (row) => (
        <Button variant="text" onClick={() => setEdited(row)}>
          {t('edit')}
        </Button>
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
        name="b2b-links"
        caption={t('tab_links')}
        columns={columns}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.voidedReason === null ? undefined : 'muted')}
        empty={<EmptyState icon="scales" title={t('emptyLinks')} />}
        totals={
          totals && { label: t('total', { count: totals.count }), cells: { amountKrw: totals.amountKrw } }
        }
      />
      {edited !== null && (
        <LinkDialog link={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function valuesOf(link: B2bLink): EntryValues {
  const { linkedOn, supplierName, buyerName, item, amountKrw, voidedReason } = link;
  return { linkedOn, supplierName, buyerName, item, amountKrw, voidedReason };
}

function bodyOf(values: EntryValues) {
  return {
    linkedOn: dayOrNull(values, 'linkedOn') ?? today(),
    supplierName: textOf(values, 'supplierName'),
    buyerName: textOf(values, 'buyerName'),
    item: textOf(values, 'item'),
    amountKrw: numberOrNull(values, 'amountKrw') ?? 0,
  };
}

interface LinkDialogProps {
  readonly link: B2bLink | null;
  readonly onClose: () => void;
}

function LinkDialog({ link, onClose }: LinkDialogProps) {
  const t = useMessages(channelMessages);
  const fields: readonly EntryField[] = [
    { name: 'linkedOn', label: t('linkedOn'), kind: 'day', required: true },
    { name: 'supplierName', label: t('supplierName'), kind: 'text', required: true },
    { name: 'buyerName', label: t('buyerName'), kind: 'text', required: true },
    { name: 'item', label: t('item'), kind: 'text', required: true, max: 200 },
    { name: 'amountKrw', label: t('amount'), kind: 'money', required: true },
    ...(link === null
      ? []
      : ([
          { name: 'voidedReason', label: t('voidedReason'), kind: 'text', hint: t('voidedHint'), max: 500 },
        ] as const)),
  ];
  return (
    <EntryDialog
      title={t('linkTitle')}
      draftName={`b2b-link:${link?.id ?? 'new'}`}
      fields={fields}
      start={link === null ? EMPTY : valuesOf(link)}
      version={link?.version ?? null}
      refusalOf={(values) => b2bLinkRefusal({ today: today(), ...bodyOf(values) })}
      save={(values, version, header) => {
        const body = bodyOf(values);
        if (link === null) return createLink(body, header);
        return changeLink(link.id, version, { ...body, voidedReason: textOrNull(values, 'voidedReason') });
      }}
      {...(link !== null && {
        readTheirs: async () => {
          const now = await readLink(link.id);
          return { values: valuesOf(now), version: now.version };
        },
      })}
      onClose={onClose}
    />
  );
}
