import { SheetMenu } from '../../components/sheet-menu';
import { useMessages } from '../../lib/language';
import type { PurchaseFilter, PurchaseSort } from './api';
import { purchaseMessages } from './messages';

/** Saves exactly the rows that the list shows, all pages of them, in the same order. */
export function ExportMenu({
  filter,
  sort,
}: {
  readonly filter: PurchaseFilter;
  readonly sort: PurchaseSort;
}) {
  const t = useMessages(purchaseMessages);
  return (
    <SheetMenu
      name={t('title')}
      label={t('export')}
      busyLabel={t('exporting')}
      formats={{ xlsx: t('export_xlsx'), csv: t('export_csv') }}
      pathOf={(format) => exportPath(filter, sort, format)}
    />
  );
}

/** The list's own filters as the export's query; several values repeat the key. */
export function exportPath(filter: PurchaseFilter, sort: PurchaseSort, format: string): string {
  const query = new URLSearchParams({ format, sort });
  for (const [key, value] of Object.entries(filter)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(key, String(one));
  }
  return `/api/v1/purchases/export?${query.toString()}`;
}
