import { Link } from 'react-router';
import { LinkButton } from '../../components/link-button';
import { MenuButton } from '../../components/menu-button';
import { StateBadge } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { purchaseStartLink } from '../../lib/purchase-start';
import { districtName } from '../../lib/seoul-tiles';
import { useMay } from '../../lib/session';
import { supplierWords } from '../../lib/supplier-messages';
import type { ShortlistEntry } from './api';
import { shortlistMessages } from './messages';

interface EntryColumns {
  readonly entries: readonly ShortlistEntry[];
  /** an archived list is only read */
  readonly readOnly: boolean;
  readonly isTicked: (supplierId: string) => boolean;
  /** as many are ticked as fit side by side */
  readonly isFull: boolean;
  readonly onTick: (supplierId: string) => void;
  readonly onNote: (entry: ShortlistEntry) => void;
  /** @param position its new place, from 1 */
  readonly onMove: (entry: ShortlistEntry, position: number) => void;
  readonly onRemove: (entry: ShortlistEntry) => void;
}

export function useEntryColumns(options: EntryColumns): readonly TableColumn<ShortlistEntry>[] {
  const t = useMessages(shortlistMessages);
  const { language } = useLanguage();
  const nameOf = (row: ShortlistEntry) => row.item?.name ?? row.supplierName;
  return [
    {
      key: 'supplier',
      label: t('supplier'),
      width: 16,
      value: (row) => row.supplierName,
      cell: (row) => (
        <div>
          <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>
          {row.closed && (
            <div>
              <StateBadge tone="danger" label={t('closed', { day: showDay(row.closedOn, language) })} />
            </div>
          )}
          {row.mergedFromName !== null && (
            <div className="field__hint">{t('merged', { name: row.mergedFromName })}</div>
          )}
        </div>
      ),
    },
    {
      key: 'compare',
      label: t('choose'),
      kind: 'action',
      width: 6,
      sortable: false,
      cell: (row) => (
        <label className="choice no-print">
          <input
            type="checkbox"
            checked={options.isTicked(row.supplierId)}
            disabled={options.isFull && !options.isTicked(row.supplierId)}
            onChange={() => options.onTick(row.supplierId)}
          />
          <span className="visually-hidden">{t('chooseOf', { name: nameOf(row) })}</span>
        </label>
      ),
    },
    {
      key: 'district',
      label: t('district'),
      width: 8,
      sortable: false,
      cell: (row) => districtName(row.districtCode, language) ?? '–',
    },
    {
      key: 'certificates',
      label: t('certificates'),
      width: 17,
      sortable: false,
      cell: (row) => <Certificates entry={row} />,
    },
    {
      key: 'item',
      label: t('item'),
      width: 15,
      sortable: false,
      cell: (row) => (row.item === null ? '–' : <Item item={row.item} />),
    },
    { key: 'note', label: t('note'), width: 10, sortable: false, value: (row) => row.note },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 22,
      sortable: false,
      cell: (row) => <Actions entry={row} name={nameOf(row)} options={options} />,
    },
  ];
}

function Certificates({ entry }: { readonly entry: ShortlistEntry }) {
  const t = useMessages(shortlistMessages);
  const name = useMessages(purchaseWords);
  const { language } = useLanguage();
  const valid = entry.certifications.filter(({ state }) => state === 'active' || state === 'expiring');
  if (valid.length === 0) return <StateBadge tone="warning" label={t('noCertificate')} />;
  const lines = valid.map(({ type, validUntil }) => {
    const certificate = name(`certificate_${type}`);
    return validUntil === null
      ? certificate
      : t('until', { type: certificate, day: showDay(validUntil, language) });
  });
  return (
    <div>
      {lines.map((line, index) => (
        <div key={`${line} ${index}`}>{line}</div>
      ))}
    </div>
  );
}

function Item({ item }: { readonly item: NonNullable<ShortlistEntry['item']> }) {
  const t = useMessages(shortlistMessages);
  const word = useMessages(supplierWords);
  const { available, name, priceKrw, priceIncludesVat, unit } = item;
  if (!available) {
    return (
      <div>
        {name}
        <div>
          <StateBadge tone="warning" label={t('itemGone')} />
        </div>
      </div>
    );
  }
  const price = showKrw(priceKrw);
  return (
    <div>
      {name}
      <div className="number">
        {priceKrw === null
          ? word('priceOnRequest')
          : `${unit === null ? word('priceOne', { price }) : word('perUnit', { price, unit })} (${word(priceIncludesVat ? 'withVat' : 'withoutVat')})`}
      </div>
    </div>
  );
}

interface ActionsProps {
  readonly entry: ShortlistEntry;
  readonly name: string;
  readonly options: EntryColumns;
}

function Actions({ entry, name, options }: ActionsProps) {
  const t = useMessages(shortlistMessages);
  const may = useMay();
  const index = options.entries.indexOf(entry);
  const { item } = entry;
  return (
    <span className="cluster no-print">
      {may('purchase:write') && !entry.closed && (
        <LinkButton
          variant="secondary"
          size="small"
          to={purchaseStartLink({
            supplierId: entry.supplierId,
            item: item?.name ?? null,
            priceKrw: item?.priceKrw ?? null,
            priceIncludesVat: item?.priceIncludesVat ?? true,
          })}
        >
          {t('buy')}
          <span className="visually-hidden"> {name}</span>
        </LinkButton>
      )}
      {!options.readOnly && (
        <MenuButton
          label={t('change')}
          actions={[
            { id: 'note', label: t('noteEdit'), onAction: () => options.onNote(entry) },
            { id: 'up', label: t('up'), onAction: () => options.onMove(entry, index), disabled: index === 0 },
            {
              id: 'down',
              label: t('down'),
              onAction: () => options.onMove(entry, index + 2),
              disabled: index === options.entries.length - 1,
            },
            { id: 'remove', label: t('remove'), onAction: () => options.onRemove(entry) },
          ]}
        />
      )}
    </span>
  );
}
