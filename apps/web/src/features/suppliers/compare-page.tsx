import { isDay } from '@ieum/domain';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { DayField } from '../../components/day-field';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { PageSkeleton } from '../../components/skeleton';
import { TextField } from '../../components/text-field';
import { comparedSuppliers, MAX_COMPARED, toggleCompared } from '../../lib/compare-choice';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { directAwardHintQuery } from '../../lib/direct-award-queries';
import { useSession } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { amountOf, AwardQuestion, kindOf } from './award-question';
import { CompareTable } from './compare-table';
import { markWords } from './mark-match';
import { pageMessages } from './page-messages';
import { searchMessages } from './search-messages';
import { comparedItemsQuery, supplierQuery } from './supplier-api';
import './compare-page.css';

const STATE = { id: [], q: '', asOf: '', amount: '', kind: 'goods', different: '' } as const;
const MAX_WORDS = 100;

/** Up to four suppliers side by side; who they are, for which item and on which day, is in the address. */
export default function ComparePage() {
  const t = useMessages(pageMessages);
  const { user } = useSession();
  const [state, change] = useUrlState(STATE);
  const ids = [...new Set(state.id.filter((id) => /^[0-9a-f-]{36}$/i.test(id)))].slice(0, MAX_COMPARED);
  const asOf = isDay(state.asOf) ? state.asOf : null;
  const q = state.q.trim().slice(0, MAX_WORDS);
  const suppliers = useQueries({ queries: ids.map((id) => supplierQuery(id, asOf)) });
  const catalogues = useQueries({ queries: ids.map((id) => comparedItemsQuery(id)) });
  // Guidance is for those who buy in somebody's name: it asks for an account.
  const asksHint = user !== null;
  const award = { amountKrw: amountOf(state.amount), kind: kindOf(state.kind), on: asOf };
  const hints = useQueries({
    queries: ids.map((supplierId) => ({
      ...directAwardHintQuery({ ...award, supplierId, amountIncludesVat: true, supplyValueKrw: null }),
      enabled: asksHint,
    })),
  });
  const pending = suppliers.some(({ isPending }) => isPending);
  // A duplicate answers the supplier that it was merged into, which may stand beside it already.
  const compared = [
    ...new Map(
      suppliers.flatMap(({ data }, index) =>
        data === undefined
          ? []
          : [
              [
                data.id,
                {
                  supplier: data,
                  items: catalogues[index]?.data?.items ?? null,
                  hint: hints[index]?.data ?? null,
                },
              ] as const,
            ],
      ),
    ).values(),
  ];
  const missing = suppliers.filter(({ isError }) => isError).length;
  const remove = (id: string) => {
    const shown = compared.map(({ supplier }) => supplier.id).filter((one) => one !== id);
    change({ id: shown });
    for (const one of comparedSuppliers()) if (one.id === id) toggleCompared(one);
  };
  return (
    <div className="stack">
      <PageHeader
        title={t('compareTitle')}
        crumbs={[{ label: t('search'), to: '/suppliers' }]}
        description={t('compareLead')}
        actions={<PrintButton />}
      />
      {ids.length === 0 ? (
        <div className="panel">
          <EmptyState
            icon="columns"
            title={t('compareEmpty')}
            text={t('compareEmptyText')}
            action={<LinkButton to="/suppliers">{t('search')}</LinkButton>}
          />
        </div>
      ) : (
        <>
          <div className="panel compare-page__choice no-print">
            <QuestionField key={state.q} q={state.q} onAsk={(next) => change({ q: next })} />
            <DayField
              label={t('asOf')}
              hint={t('asOfHint')}
              value={asOf}
              onChange={(day) => change({ asOf: day ?? '' })}
            />
            {asksHint && (
              <AwardQuestion
                amountKrw={award.amountKrw}
                kind={award.kind}
                onChange={(patch) => change(patch)}
              />
            )}
            <CheckboxField
              label={t('compareOnlyDifferent')}
              checked={state.different === 'true'}
              onChange={(event) => change({ different: event.target.checked ? 'true' : '' })}
            />
          </div>
          {pending ? (
            <PageSkeleton label={t('loading')} />
          ) : (
            <CompareTable
              compared={compared}
              missing={missing}
              day={asOf ?? today()}
              q={q}
              words={markWords(q)}
              asksHint={asksHint}
              onlyDifferent={state.different === 'true'}
              onRemove={remove}
            />
          )}
        </>
      )}
    </div>
  );
}

function QuestionField({ q, onAsk }: { readonly q: string; readonly onAsk: (q: string) => void }) {
  const t = useMessages(pageMessages);
  const s = useMessages(searchMessages);
  const [text, setText] = useState(q);
  return (
    <form
      className="compare-page__question"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(text.trim());
      }}
    >
      <TextField
        label={t('compareQuestion')}
        hint={t('compareQuestionHint')}
        type="search"
        maxLength={MAX_WORDS}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="secondary" icon="search">
        {s('search')}
      </Button>
    </form>
  );
}
