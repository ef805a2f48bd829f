import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { StatCard } from '../../components/stat-card';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { Survey } from './api';
import { surveyMessages } from './messages';

/** The answer to be read: in review, after submitting, and after the survey. */
export function SurveyAnswerView({ survey }: { readonly survey: Survey }) {
  const t = useMessages(surveyMessages);
  const rows = survey.plannedPurchases.map((planned, index) => ({ ...planned, key: String(index) }));
  return (
    <>
      <div className="card-grid">
        <StatCard label={t('planned')} value={showKrw(survey.plannedKrw)} unit={t('won')} />
        <StatCard label={t('wishedTarget')} value={showKrw(survey.wishedTargetKrw)} unit={t('won')} />
        <StatCard
          label={t('wishedMallTarget')}
          value={showKrw(survey.wishedMallTargetKrw)}
          unit={t('won')}
          note={t(survey.mallTarget === 'inside' ? 'wishedMallInside' : 'wishedMallBeside')}
        />
      </div>
      <DataTable
        name="survey-answer"
        caption={t('plannedTitle')}
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t('nothingPlanned')} />}
        columns={[
          { key: 'item', label: t('item'), value: (row) => row.item, sortable: true },
          { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.amountKrw, sortable: true },
          {
            key: 'month',
            label: t('month'),
            kind: 'number',
            value: (row) => row.month,
            cell: (row) => (row.month === null ? t('monthUnknown') : t('monthName', { month: row.month })),
            sortable: true,
          },
        ]}
        totals={{
          label: t('sum', { count: rows.length }),
          cells: { amount: survey.plannedKrw },
        }}
      />
    </>
  );
}
