import { FOLLOW_UP_STATES } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { PagedTable } from '../../../components/paged-table';
import { SelectField } from '../../../components/select-field';
import { UnitSwitch } from '../../../components/unit-switch';
import { useMessages } from '../../../lib/language';
import { moneyUnitFrom } from '../../../lib/money-format';
import { useUrlState } from '../../../lib/use-url-state';
import { followUpPagesQuery, type FollowUp } from '../api';
import { useFollowUpColumns } from './follow-up-columns';
import { BeginMatchDialog, CloseFollowUpDialog } from './follow-up-dialogs';
import { reportMessages } from './report-messages';

const STATE = { followUpState: 'open', unit: 'won' } as const;
const ALL = 'all';

interface Opened {
  readonly dialog: 'begin' | 'close';
  readonly followUp: FollowUp;
}

/** What the meetings found, and what became of it. @param fairId null = of all fairs */
export function FollowUpList({ fairId }: { readonly fairId: string | null }) {
  const t = useMessages(reportMessages);
  const [state, change] = useUrlState(STATE);
  const [opened, setOpened] = useState<Opened | null>(null);
  const shown = FOLLOW_UP_STATES.find((one) => one === state.followUpState);
  const unit = moneyUnitFrom(state.unit) ?? 'won';
  const filter = useMemo(
    () => ({ ...(fairId === null ? {} : { fairId }), ...(shown === undefined ? {} : { state: [shown] }) }),
    [fairId, shown],
  );
  const list = useInfiniteQuery(followUpPagesQuery(filter));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useFollowUpColumns(fairId === null, (dialog, followUp) => setOpened({ dialog, followUp }));
  return (
    <div className="stack">
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('followUpState')}
          emptyLabel={null}
          value={shown ?? ALL}
          onChange={(event) => change({ followUpState: event.target.value })}
          options={[
            ...FOLLOW_UP_STATES.map((value) => ({ value, label: t(`state_${value}`) })),
            { value: ALL, label: t('all') },
          ]}
        />
      </section>
      <div className="panel">
        <PagedTable
          pages={list}
          name="fair-follow-ups"
          caption={t('followUps')}
          columns={columns}
          rowKey={(row) => row.bookingId}
          unit={unit}
          tools={<UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />}
          totals={{
            label: t('total', { count: rows.length }),
            cells: { expected: rows.reduce((sum, row) => sum + (row.expectedValueKrw ?? 0), 0) },
          }}
          empty={<EmptyState icon="check" title={t('empty')} text={t('emptyText')} />}
        />
      </div>
      {opened?.dialog === 'begin' && (
        <BeginMatchDialog followUp={opened.followUp} onClose={() => setOpened(null)} />
      )}
      {opened?.dialog === 'close' && (
        <CloseFollowUpDialog followUp={opened.followUp} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
