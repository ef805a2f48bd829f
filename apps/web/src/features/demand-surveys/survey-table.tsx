import { useMutation, useQueryClient } from '@tanstack/react-query';
import { surveyActionRefusal, type MoneyUnit } from '@ieum/domain';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import type { TableColumn } from '../../components/table-column';
import { useToast } from '../../components/toast';
import { cycleWords } from '../../lib/cycle-messages';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useMay } from '../../lib/session';
import { acceptSurvey, type SurveyRow } from './api';
import { surveyMessages } from './messages';
import { ReturnSurveyDialog } from './return-survey-dialog';
import { SurveyStateBadge } from './survey-state-badge';

const FILTERS: Readonly<Record<string, (row: SurveyRow) => boolean>> = {
  waiting: (row) => row.state === 'draft' || row.state === 'returned',
  submitted: (row) => row.state === 'submitted',
  accepted: (row) => row.state === 'accepted',
};

interface SurveyTableProps {
  readonly rows: readonly SurveyRow[];
  readonly unit: MoneyUnit;
  /** a key of FILTERS, or anything else for all */
  readonly state: string;
  readonly onState: (state: string) => void;
  readonly tools: ReactNode;
}

export function SurveyTable({ rows, unit, state, onState, tools }: SurveyTableProps) {
  const t = useMessages(surveyMessages);
  const words = useMessages(cycleWords);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  const may = useMay();
  const say = useToast();
  const client = useQueryClient();
  const [returning, setReturning] = useState<SurveyRow | null>(null);
  const accepting = useMutation({
    mutationFn: (row: SurveyRow) => acceptSurvey(row.id),
    onSuccess: (answer) => say(t('acceptedToast', { name: answer.departmentName })),
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  const shown = rows.filter(FILTERS[state] ?? (() => true));
  const sum = (pick: (row: SurveyRow) => number | null) =>
    shown.reduce((total, row) => total + (pick(row) ?? 0), 0);
  const columns: TableColumn<SurveyRow>[] = [
    {
      key: 'department',
      label: t('columnDepartment'),
      value: (row) => row.departmentName,
      cell: (row) => <Link to={`/demand-surveys/${row.id}`}>{row.departmentName}</Link>,
      sortable: true,
      width: 13,
    },
    {
      key: 'group',
      label: t('columnGroup'),
      value: (row) => words(`group_${row.departmentGroup}`),
      sortable: true,
      width: 7,
    },
    {
      key: 'state',
      label: t('columnState'),
      kind: 'state',
      width: 10,
      value: (row) => words(`survey_${row.state}`),
      cell: (row) => <SurveyStateBadge state={row.state} />,
      sortable: true,
    },
    {
      key: 'count',
      label: t('columnCount'),
      kind: 'number',
      width: 8,
      value: (row) => row.plannedCount,
      sortable: true,
    },
    {
      key: 'planned',
      label: t('columnPlanned'),
      kind: 'money',
      width: 11,
      value: (row) => row.plannedKrw,
      sortable: true,
    },
    {
      key: 'wished',
      label: t('columnWished'),
      kind: 'money',
      width: 11,
      value: (row) => row.wishedTargetKrw,
      sortable: true,
    },
    {
      key: 'mall',
      label: t('columnMall'),
      kind: 'money',
      width: 11,
      value: (row) => row.wishedMallTargetKrw,
      sortable: true,
    },
    {
      key: 'submitted',
      label: t('columnSubmitted'),
      value: (row) => row.submittedAt,
      cell: (row) => showInstant(row.submittedAt, language),
      sortable: true,
      width: 15,
    },
  ];
  if (may('survey:review')) {
    columns.push({
      key: 'action',
      label: t('columnAction'),
      kind: 'action',
      width: 13,
      cell: (row) => (
        <span className="cluster no-print">
          {surveyActionRefusal(row, 'accept') === null && (
            <Button
              size="small"
              busy={accepting.isPending && accepting.variables.id === row.id}
              aria-label={t('acceptOf', { name: row.departmentName })}
              onClick={() => accepting.mutate(row)}
            >
              {t('accept')}
            </Button>
          )}
          {surveyActionRefusal({ ...row, reason: '-' }, 'return') === null && (
            <Button
              size="small"
              variant="secondary"
              aria-label={t('returnOf', { name: row.departmentName })}
              onClick={() => setReturning(row)}
            >
              {t('return')}
            </Button>
          )}
        </span>
      ),
    });
  }
  return (
    <>
      {accepting.error && (
        <Notice tone="danger" live>
          {sentence(accepting.error)}
        </Notice>
      )}
      <DataTable
        name="demand-surveys"
        caption={t('table')}
        columns={columns}
        rows={shown}
        totalCount={rows.length}
        rowKey={(row) => row.id}
        unit={unit}
        rowTone={(row) => (row.state === 'returned' ? 'warning' : undefined)}
        empty={<EmptyState title={t('noneInFilter')} />}
        totals={{
          label: t('totals', { count: shown.length }),
          cells: {
            count: sum((row) => row.plannedCount),
            planned: sum((row) => row.plannedKrw),
            wished: sum((row) => row.wishedTargetKrw),
            mall: sum((row) => row.wishedMallTargetKrw),
          },
        }}
        tools={
          <>
            <SelectField
              label={t('filter')}
              labelHidden
              emptyLabel={null}
              value={FILTERS[state] === undefined ? 'all' : state}
              onChange={(event) => onState(event.target.value)}
              options={[
                { value: 'all', label: t('filterAll') },
                { value: 'waiting', label: t('filterWaiting') },
                { value: 'submitted', label: t('filterSubmitted') },
                { value: 'accepted', label: t('filterAccepted') },
              ]}
            />
            {tools}
          </>
        }
      />
      <ReturnSurveyDialog survey={returning} onClose={() => setReturning(null)} />
    </>
  );
}
