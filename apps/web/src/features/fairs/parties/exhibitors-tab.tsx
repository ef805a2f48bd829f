import { applicationRefusal, EXHIBITOR_STATES } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { LoadFailed } from '../../../components/load-failed';
import { SelectField } from '../../../components/select-field';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { useUrlState } from '../../../lib/use-url-state';
import { fairExhibitorsQuery, type FairExhibitor } from '../api';
import { isOrganiser, type FairTabProps } from '../fair-tabs';
import { fairWords } from '../messages';
import { partyMessages } from '../party-messages';
import { CodeList } from './code-list';
import { DecisionDialog } from './decision-dialog';
import { useExhibitorColumns } from './exhibitor-columns';
import { ExhibitorDialog } from './exhibitor-dialog';
import { WithdrawExhibitorDialog } from './withdraw-dialogs';

const STATE = { exhibitorState: '', view: '' } as const;

type Opened =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'decide' | 'edit' | 'withdraw'; readonly exhibitor: FairExhibitor };

/** Who exhibits; the organiser decides applications, gives booths and prints the codes. */
export function ExhibitorsTab({ fair }: FairTabProps) {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const [state, change] = useUrlState(STATE);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error, isPending, refetch } = useQuery(fairExhibitorsQuery(fair.id));
  const columns = useExhibitorColumns(fair, {
    onDecide: (exhibitor) => setOpened({ dialog: 'decide', exhibitor }),
    onEdit: (exhibitor) => setOpened({ dialog: 'edit', exhibitor }),
    onWithdraw: (exhibitor) => setOpened({ dialog: 'withdraw', exhibitor }),
  });
  const runs = isOrganiser(fair);
  const mayAdd = runs && applicationRefusal(fair, 'organiser', today()) === null;
  const shownState = EXHIBITOR_STATES.find((one) => one === state.exhibitorState);
  const all = data?.items ?? [];
  const rows = shownState === undefined ? all : all.filter((one) => one.state === shownState);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (runs && state.view === 'codes')
    return <CodeList fair={fair} exhibitors={all} onBack={() => change({ view: '' })} />;
  return (
    <div className="panel stack stack--tight">
      {runs && (
        <div className="form-grid no-print">
          <SelectField
            label={t('exhibitorState')}
            emptyLabel={t('all')}
            value={shownState ?? ''}
            onChange={(event) => change({ exhibitorState: event.target.value })}
            options={EXHIBITOR_STATES.map((value) => ({ value, label: word(`exhibitor_${value}`) }))}
          />
        </div>
      )}
      <DataTable
        name="fair-exhibitors"
        caption={t('exhibitors')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={isPending}
        totalCount={all.length}
        rowTone={(row) => (row.state === 'declined' || row.state === 'withdrawn' ? 'muted' : undefined)}
        empty={
          <EmptyState
            icon="supplier"
            title={t('exhibitorsEmpty')}
            {...(runs ? { text: t('exhibitorsEmptyText') } : {})}
          />
        }
        tools={
          runs && (
            <>
              {mayAdd && (
                <Button size="small" icon="plus" onClick={() => setOpened({ dialog: 'new' })}>
                  {t('exhibitorAdd')}
                </Button>
              )}
              <Button variant="secondary" size="small" icon="print" onClick={() => change({ view: 'codes' })}>
                {t('codes')}
              </Button>
            </>
          )
        }
      />
      {opened?.dialog === 'new' && (
        <ExhibitorDialog fair={fair} exhibitor={null} onClose={() => setOpened(null)} />
      )}
      {opened?.dialog === 'edit' && (
        <ExhibitorDialog fair={fair} exhibitor={opened.exhibitor} onClose={() => setOpened(null)} />
      )}
      {opened?.dialog === 'decide' && (
        <DecisionDialog fair={fair} exhibitor={opened.exhibitor} onClose={() => setOpened(null)} />
      )}
      {opened?.dialog === 'withdraw' && (
        <WithdrawExhibitorDialog exhibitor={opened.exhibitor} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
