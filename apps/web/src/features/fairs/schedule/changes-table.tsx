import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { StateBadge, type BadgeTone } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairSlot, SchedulePreview } from '../api';
import { slotText } from '../fair-texts';
import { scheduleMessages } from './schedule-messages';

type ScheduleChange = SchedulePreview['changes'][number];

const TONES: Readonly<Record<ScheduleChange['change'], BadgeTone>> = {
  added: 'success',
  moved: 'information',
  removed: 'danger',
};

interface ChangesTableProps {
  readonly slots: readonly FairSlot[];
  readonly changes: readonly ScheduleChange[];
}

/** Every booking that comes, moves or goes when the schedule is applied. */
export function ChangesTable({ slots, changes }: ChangesTableProps) {
  const t = useMessages(scheduleMessages);
  const columns = useChangeColumns(slots);
  return (
    <div className="panel">
      <DataTable
        name="fair-changes"
        caption={t('changes')}
        columns={columns}
        rows={changes}
        rowKey={(row) => `${row.deskId} ${row.exhibitorId}`}
        empty={<EmptyState icon="check" title={t('changesEmpty')} />}
      />
    </div>
  );
}

function useChangeColumns(slots: readonly FairSlot[]): readonly TableColumn<ScheduleChange>[] {
  const t = useMessages(scheduleMessages);
  const { language } = useLanguage();
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  const time = (slotId: string | null) => {
    const slot = slotId === null ? undefined : slotOf.get(slotId);
    return slot === undefined ? '–' : slotText(slot, language);
  };
  const startOf = (slotId: string | null) =>
    slotId === null ? null : (slotOf.get(slotId)?.startsAt ?? null);
  return [
    { key: 'exhibitor', label: t('exhibitor'), width: 16, value: (row) => row.supplierName },
    { key: 'desk', label: t('desk'), width: 18, value: (row) => row.deskName },
    {
      key: 'change',
      label: t('change'),
      kind: 'state',
      value: (row) => t(row.change),
      cell: (row) => <StateBadge tone={TONES[row.change]} label={t(row.change)} />,
    },
    {
      key: 'from',
      label: t('from'),
      width: 16,
      value: (row) => startOf(row.fromSlotId),
      cell: (row) => time(row.fromSlotId),
    },
    {
      key: 'to',
      label: t('to'),
      width: 16,
      value: (row) => startOf(row.toSlotId),
      cell: (row) => time(row.toSlotId),
    },
  ];
}
