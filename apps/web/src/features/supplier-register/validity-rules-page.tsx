import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { validityRulesQuery, type ValidityRule } from './api';
import { validityMessages } from './validity-messages';
import { ValidityRuleDialog } from './validity-rule-dialog';

const MONTHS_A_YEAR = 12;

/** Dated rules of how long certificates hold by default; guidance that an administrator keeps. */
export default function ValidityRulesPage() {
  const t = useMessages(validityMessages);
  const rules = useQuery(validityRulesQuery);
  const [open, setOpen] = useState<ValidityRule | 'new' | null>(null);
  const columns = useColumns(setOpen);
  const add = (
    <Button variant="secondary" size="small" icon="plus" onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('description')} />
      <Notice>{t('guidance')}</Notice>
      {rules.isError ? (
        <LoadFailed error={rules.error} onRetry={() => void rules.refetch()} />
      ) : (
        <div className="panel">
          <DataTable
            name="validity-rules"
            caption={t('list')}
            columns={columns}
            rows={rules.data?.items ?? []}
            rowKey={(row) => row.id}
            loading={rules.isPending}
            tools={add}
            empty={<EmptyState icon="policy" title={t('emptyTitle')} text={t('emptyText')} action={add} />}
          />
        </div>
      )}
      {open !== null && (
        <ValidityRuleDialog rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function useColumns(onOpen: (rule: ValidityRule) => void): TableColumn<ValidityRule>[] {
  const t = useMessages(validityMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const validity = ({ validMonths }: ValidityRule) => {
    if (validMonths === null) return t('noLimit');
    return validMonths % MONTHS_A_YEAR === 0
      ? t('years', { count: validMonths / MONTHS_A_YEAR })
      : t('months', { count: validMonths });
  };
  return [
    { key: 'type', label: t('type'), width: 18, value: (row) => words(`certificate_${row.type}`) },
    {
      key: 'effectiveFrom',
      label: t('effectiveFrom'),
      width: 13,
      value: (row) => row.effectiveFrom,
      cell: (row) => showDay(row.effectiveFrom, language),
    },
    {
      key: 'validity',
      label: t('validity'),
      width: 11,
      value: (row) => row.validMonths ?? Number.MAX_SAFE_INTEGER,
      cell: validity,
    },
    { key: 'legalBasis', label: t('legalBasis'), width: 40, value: (row) => row.legalBasis },
    {
      key: 'actions',
      label: t('actions'),
      kind: 'action',
      width: 10,
      cell: (row) => (
        <Button variant="secondary" size="small" onClick={() => onOpen(row)}>
          {t('change')}
        </Button>
      ),
    },
  ];
}
