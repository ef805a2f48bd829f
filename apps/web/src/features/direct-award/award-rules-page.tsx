import { AWARD_RULE_KINDS, isDay, isWithin } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { DayField } from '../../components/day-field';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { SelectField } from '../../components/select-field';
import { directAwardWords } from '../../lib/direct-award-messages';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { awardRulesQuery, type AwardRule } from './api';
import { AwardRuleDialog } from './award-rule-dialog';
import { EndRuleDialog } from './end-rule-dialog';
import { awardRuleMessages } from './messages';
import { useAwardRuleColumns } from './use-award-rule-columns';

const STATE = { on: '', rule: '' } as const;

type Asked = { readonly what: 'add' } | { readonly what: 'correct' | 'end'; readonly rule: AwardRule };

/** The limits that hints are made of: everybody reads them, administrators keep them. */
export default function AwardRulesPage() {
  const t = useMessages(awardRuleMessages);
  const word = useMessages(directAwardWords);
  const mayManage = useMay()('direct-award-rule:manage');
  const [state, change] = useUrlState(STATE);
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useQuery(awardRulesQuery);
  const rules = list.data?.items ?? [];
  const on = isDay(state.on) ? state.on : null;
  const shown = rules.filter(
    (one) =>
      (state.rule === '' || one.rule === state.rule) &&
      (on === null || isWithin(on, one.validFrom, one.validTo)),
  );
  const columns = useAwardRuleColumns(
    mayManage
      ? {
          onCorrect: (rule) => setAsked({ what: 'correct', rule }),
          onEnd: (rule) => setAsked({ what: 'end', rule }),
        }
      : null,
  );
  const close = () => setAsked(null);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {mayManage && (
              <Button icon="plus" onClick={() => setAsked({ what: 'add' })}>
                {t('add')}
              </Button>
            )}
            <PrintButton />
          </>
        }
      />
      <Notice tone="warning" title={t('notice')}>
        {t('noticeText')}
      </Notice>
      <section className="panel form-grid no-print" aria-label={t('filters')}>
        <DayField
          label={t('on')}
          hint={t('onHint')}
          value={on}
          onChange={(day) => change({ on: day ?? '' })}
        />
        <SelectField
          label={t('ruleKind')}
          emptyLabel={t('all')}
          value={state.rule}
          onChange={(event) => change({ rule: event.target.value })}
          options={AWARD_RULE_KINDS.map((value) => ({ value, label: word(`rule_${value}`) }))}
        />
      </section>
      {list.isError ? (
        <LoadFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <div className="panel">
          <DataTable
            name="direct-award-rules"
            caption={t('listTitle')}
            columns={columns}
            rows={shown}
            rowKey={(row) => row.id}
            loading={list.isPending}
            empty={<EmptyState icon="policy" title={t('empty')} />}
          />
        </div>
      )}
      {asked?.what === 'add' && <AwardRuleDialog rule={null} rules={rules} onClose={close} />}
      {asked?.what === 'correct' && (
        <AwardRuleDialog key={asked.rule.id} rule={asked.rule} rules={rules} onClose={close} />
      )}
      {asked?.what === 'end' && <EndRuleDialog rule={asked.rule} rules={rules} onClose={close} />}
    </div>
  );
}
