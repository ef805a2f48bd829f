import type { ScheduleState } from '@ieum/domain';
import { Button } from '../../../components/button';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { StateBadge, type BadgeTone } from '../../../components/state-badge';
import type { TableColumn } from '../../../components/table-column';
import { showInstant } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairSchedule } from '../api';
import { scheduleMessages } from './schedule-messages';

const TONES: Readonly<Record<ScheduleState, BadgeTone>> = {
  solving: 'information',
  ready: 'warning',
  applied: 'success',
  discarded: 'neutral',
  failed: 'danger',
};

interface ScheduleListProps {
  readonly schedules: readonly FairSchedule[];
  readonly shownId: string | null;
  readonly onShow: (scheduleId: string) => void;
}

export function ScheduleList({ schedules, shownId, onShow }: ScheduleListProps) {
  const t = useMessages(scheduleMessages);
  const columns = useListColumns(shownId, onShow);
  return (
    <div className="panel no-print">
      <DataTable
        name="fair-schedules"
        caption={t('list')}
        columns={columns}
        rows={schedules}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.state === 'discarded' || row.state === 'failed' ? 'muted' : undefined)}
        empty={<EmptyState icon="chart" title={t('listEmpty')} text={t('listEmptyText')} />}
      />
    </div>
  );
}

function useListColumns(
  shownId: string | null,
  onShow: (scheduleId: string) => void,
): readonly TableColumn<FairSchedule>[] {
  const t = useMessages(scheduleMessages);
  const { language } = useLanguage();
  const proofText = ({ proof, preference, bound }: FairSchedule) => {
    if (proof === null) return null;
    return t(`proofShort_${proof}`, { gap: (bound ?? 0) - (preference ?? 0) });
  };
  return [
    {
      key: 'createdAt',
      label: t('createdAt'),
      width: 16,
      value: (row) => row.createdAt,
      cell: (row) => showInstant(row.createdAt, language),
    },
    { key: 'createdBy', label: t('createdBy'), width: 10, value: (row) => row.createdByName },
    { key: 'seed', label: t('seed'), kind: 'number', width: 8, value: (row) => row.seed },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <StateBadge tone={TONES[row.state]} label={t(`state_${row.state}`)} />,
    },
    { key: 'meetings', label: t('meetings'), kind: 'number', width: 11, value: (row) => row.meetings },
    { key: 'preference', label: t('preference'), kind: 'number', width: 13, value: (row) => row.preference },
    { key: 'proof', label: t('proof'), width: 14, value: proofText },
    {
      key: 'actions',
      label: t('view'),
      kind: 'action',
      width: 9,
      cell: (row) => {
        if (row.id === shownId) return t('shown');
        if (row.state !== 'ready' && row.state !== 'applied' && row.state !== 'solving') return null;
        return (
          <Button
            variant="text"
            size="small"
            aria-label={t('viewOf', { time: showInstant(row.createdAt, language) })}
            onClick={() => onShow(row.id)}
          >
            {t('view')}
          </Button>
        );
      },
    },
  ];
}
