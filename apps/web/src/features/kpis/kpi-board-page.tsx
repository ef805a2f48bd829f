import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { SelectField } from '../../components/select-field';
import { PageSkeleton } from '../../components/skeleton';
import { Tabs } from '../../components/tabs';
import { UnitSwitch } from '../../components/unit-switch';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, moneyUnitFrom } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { yearFrom, yearsToChoose } from '../../lib/year-choice';
import { useKpiBoard, type Kpi, type KpiBoard } from './api';
import { CopyYearButton } from './copy-year-button';
import { kpiFormMessages } from './form-messages';
import { KpiAverages } from './kpi-averages';
import { KpiDialog } from './kpi-dialog';
import { KpiExportMenu } from './kpi-export-menu';
import { KpiPicture } from './kpi-picture';
import { KpiTables } from './kpi-tables';
import './kpis.css';
import { kpiMessages } from './messages';
import { useKpiFigure, type ShowFigure } from './use-kpi-figure';

const STATE = { year: '', unit: 'hundred_million_won', view: 'table', archived: '' } as const;

/** What the programmes of a year reached: counted, stated, and how the two differ. */
export default function KpiBoardPage() {
  const t = useMessages(kpiMessages);
  const f = useMessages(kpiFormMessages);
  const { language } = useLanguage();
  const may = useMay();
  const [state, change] = useUrlState(STATE);
  const [edited, setEdited] = useState<Kpi | 'new' | null>(null);
  const unit = moneyUnitFrom(state.unit) ?? 'hundred_million_won';
  const figure = useKpiFigure(unit);
  const includeArchived = state.archived === 'yes';
  const { year, board } = useKpiBoard(yearFrom(state.year), includeArchived);
  const manages = may('kpi:manage');
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={
          board.data
            ? t('shown', { year: String(year), unit: moneyMessages[language][unit] })
            : t('description')
        }
        actions={
          <>
            {manages && (
              <Button icon="plus" onClick={() => setEdited('new')}>
                {f('add')}
              </Button>
            )}
            {manages && board.data && (
              <CopyYearButton year={year} onCopied={(next) => change({ year: String(next) })} />
            )}
            <KpiExportMenu year={year} includeArchived={includeArchived} />
            <PrintButton />
          </>
        }
      />
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <SelectField
          label={t('year')}
          emptyLabel={null}
          value={String(year)}
          onChange={(event) => change({ year: event.target.value })}
          options={yearsToChoose(board.data?.years ?? [], year).map((one) => ({
            value: String(one),
            label: t('yearName', { year: String(one) }),
          }))}
        />
        <CheckboxField
          label={t('archivedToo')}
          checked={includeArchived}
          onChange={(event) => change({ archived: event.target.checked ? 'yes' : '' })}
        />
      </section>
      <div className="cluster no-print">
        <UnitSwitch unit={unit} onChange={(next) => change({ unit: next })} />
        <LinkButton
          variant="secondary"
          size="small"
          icon="chart"
          to={`/kpis/compare?years=${year - 1},${year}`}
        >
          {t('compare')}
        </LinkButton>
        {may('support-team:read') && (
          <LinkButton variant="secondary" size="small" icon="users" to={`/support-teams?year=${year}`}>
            {t('teams')}
          </LinkButton>
        )}
      </div>
      {board.isPending && <PageSkeleton label={t('title')} />}
      {board.isError && <LoadFailed error={board.error} onRetry={() => void board.refetch()} />}
      {board.data && (
        <Shown
          board={board.data}
          figure={figure}
          view={state.view === 'picture' ? 'picture' : 'table'}
          onView={(view) => change({ view })}
          onEdit={manages ? setEdited : null}
        />
      )}
      {edited !== null && (
        <KpiDialog
          key={edited === 'new' ? 'new' : edited.id}
          kpi={edited === 'new' ? null : edited}
          year={year}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

interface ShownProps {
  readonly board: KpiBoard;
  readonly figure: ShowFigure;
  readonly view: 'table' | 'picture';
  readonly onView: (view: string) => void;
  readonly onEdit: ((kpi: Kpi) => void) | null;
}

function Shown({ board, figure, view, onView, onEdit }: ShownProps) {
  const t = useMessages(kpiMessages);
  if (board.programmes.length === 0)
    return (
      <div className="panel">
        <EmptyState
          icon="chart"
          title={t('empty', { year: String(board.year) })}
          text={t(onEdit === null ? 'emptyReader' : 'emptyText')}
        />
      </div>
    );
  return (
    <>
      {board.differing > 0 && (
        <Notice tone="warning" title={t('differing', { count: board.differing })}>
          {t('differingText')}
        </Notice>
      )}
      <section className="panel" aria-label={t('allAverage')}>
        <h2>{t('allAverage')}</h2>
        <KpiAverages of={board} />
      </section>
      <Tabs
        label={t('views')}
        selected={view}
        onSelect={onView}
        items={[
          {
            id: 'table',
            label: t('viewTable'),
            content: <KpiTables board={board} figure={figure} onEdit={onEdit} />,
          },
          { id: 'picture', label: t('viewPicture'), content: <KpiPicture board={board} figure={figure} /> },
        ]}
      />
    </>
  );
}
