import { koreanDay, type MoneyUnit } from '@ieum/domain';
import { Link } from 'react-router';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useUser } from '../../lib/session';
import type { Recount } from './api';
import { recountMessages } from './messages';
import { SchemeDifferences } from './scheme-difference';
import './recounts.css';

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

type CountStatus = Recount['before']['countStatus'];

const COUNT_TONE: Readonly<Record<CountStatus, BadgeTone>> = {
  counted: 'success',
  needs_check: 'warning',
  not_counted: 'neutral',
};

const STATE_TONE: Readonly<Record<Recount['state'], BadgeTone>> = {
  open: 'warning',
  recounted: 'success',
  kept: 'information',
  outdated: 'neutral',
};

/** @param selection null = the reader decides nothing */
export function useRecountColumns(
  selection: RowSelection | null,
  unit: MoneyUnit,
): readonly TableColumn<Recount>[] {
  const t = useMessages(recountMessages);
  const user = useUser();
  return [
    {
      key: 'item',
      label: t('item'),
      width: 15,
      value: (row) => row.item,
      cell: (row) => <ItemCell row={row} selection={selection} />,
    },
    {
      key: 'supplier',
      label: t('supplier'),
      width: 11,
      value: (row) => row.supplierName,
      cell: (row) => <Link to={`/suppliers/${row.supplierId}`}>{row.supplierName}</Link>,
    },
    {
      key: 'institution',
      label: t('institution'),
      width: 9,
      value: (row) => row.institutionName,
      hiddenAtFirst: user.institutionId !== null,
    },
    {
      key: 'department',
      label: t('department'),
      width: 10,
      value: (row) => row.departmentName,
      hiddenAtFirst: user.departmentId !== null,
    },
    {
      key: 'recognitionDate',
      label: t('recognitionDate'),
      kind: 'day',
      width: 9,
      value: (row) => row.recognitionDate,
    },
    { key: 'amount', label: t('amount'), kind: 'money', width: 10, value: (row) => row.amountKrw },
    { key: 'change', label: t('change'), width: 10, cell: (row) => <ChangeCell row={row} /> },
    {
      key: 'difference',
      label: t('difference'),
      width: 15,
      cell: (row) => <SchemeDifferences differences={row.differences} unit={unit} />,
    },
    { key: 'why', label: t('why'), width: 16, cell: (row) => <WhyCell row={row} /> },
    { key: 'decided', label: t('decided'), width: 13, cell: (row) => <DecidedCell row={row} /> },
  ];
}

function ItemCell({ row, selection }: { readonly row: Recount; readonly selection: RowSelection | null }) {
  const t = useMessages(recountMessages);
  return (
    <span className="recount-item">
      {selection !== null && row.state === 'open' && (
        <input
          type="checkbox"
          className="no-print"
          aria-label={t('select', { item: row.item })}
          checked={selection.ids.has(row.id)}
          onChange={() => selection.toggle(row.id)}
        />
      )}
      <Link to={`/purchases/${row.purchaseId}`}>{row.item}</Link>
    </span>
  );
}

/** Old and new one after the other; the words between them are for who cannot see the order. */
function ChangeCell({ row }: { readonly row: Recount }) {
  const t = useMessages(recountMessages);
  const word = useMessages(purchaseWords);
  const [before, after] = [word(`count_${row.before.countStatus}`), word(`count_${row.after.countStatus}`)];
  return (
    <span className="recount-lines">
      <span className="visually-hidden">{t('changeText', { before, after })}</span>
      <span className="recount-change" aria-hidden="true">
        <StateBadge tone={COUNT_TONE[row.before.countStatus]} label={before} />
        {'→'}
        <StateBadge tone={COUNT_TONE[row.after.countStatus]} label={after} />
      </span>
      {row.quarterClosed && <small title={t('closedText')}>{t('closed')}</small>}
    </span>
  );
}

function WhyCell({ row }: { readonly row: Recount }) {
  const t = useMessages(recountMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { cause } = row;
  const certificate = word(`certificate_${cause.type}`);
  return (
    <span className="recount-lines">
      <span>
        {cause.revokedOn === null
          ? t('why_period', {
              certificate,
              from: showDay(cause.validFrom, language),
              until: cause.validUntil === null ? t('noEnd') : showDay(cause.validUntil, language),
            })
          : t('why_revoked', { certificate, day: showDay(cause.revokedOn, language) })}
      </span>
      {cause.revocationReason !== null && <span>{cause.revocationReason}</span>}
      {cause.revokedOn === null &&
        row.after.countReasons.map((reason) => <span key={reason}>{word(`reason_${reason}`)}</span>)}
    </span>
  );
}

function DecidedCell({ row }: { readonly row: Recount }) {
  const t = useMessages(recountMessages);
  const { language } = useLanguage();
  return (
    <span className="recount-lines">
      <StateBadge tone={STATE_TONE[row.state]} label={t(`state_${row.state}`)} />
      {row.decidedByName !== null && (
        <span>
          {t('decidedBy', {
            name: row.decidedByName,
            day: row.endedAt === null ? '–' : showDay(koreanDay(new Date(row.endedAt)), language),
          })}
        </span>
      )}
      {row.reason !== null && <span>{row.reason}</span>}
    </span>
  );
}
