import { SUPPLIER_SORTS } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { ShortlistButton } from '../../components/shortlist-button';
import { today as koreanToday } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useMay, useSession } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { CompareBar } from './compare-bar';
import { ExportMenu } from './export-menu';
import { FacetPanel } from './facet-panel';
import { FilterChips } from './filter-chips';
import { SearchBox } from './search-box';
import { searchPagesQuery, type FoundSuppliers } from './search-api';
import { activeFilters, questionOf, SEARCH_STATE, sortOf, type ChangeSearch } from './search-filters';
import { searchMessages } from './search-messages';
import { SearchResults } from './search-results';
import { SupplierMap } from './supplier-map';
import './suppliers-page.css';

/** The public search: who makes it, with a certificate that holds on the day, where, at what price. */
export default function SuppliersPage() {
  const t = useMessages(searchMessages);
  const may = useMay();
  const { user } = useSession();
  const [state, setState] = useUrlState(SEARCH_STATE);
  // Each choice is a step of the browser's history: back takes it away again.
  const change: ChangeSearch = (patch, { replace } = { replace: false }) => setState(patch, { replace });
  const today = koreanToday();
  const question = useMemo(() => questionOf(state, today), [state, today]);
  const pages = useInfiniteQuery(searchPagesQuery(question));
  const first = pages.data?.pages[0];
  const keeps = user === null || may('shortlist:own');
  const mapShown = state.map === 'shown';
  return (
    <div className="stack suppliers-page">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          may('supplier:write') && (
            <LinkButton variant="secondary" size="small" icon="plus" to="/suppliers/new">
              {t('create')}
            </LinkButton>
          )
        }
      />
      <SearchBox q={state.q} onChange={change} />
      <div className="suppliers-page__columns">
        <Facets
          state={state}
          onChange={change}
          answer={first}
          active={activeFilters(question).filter((filter) => filter !== 'q').length}
        />
        <section className="suppliers-page__results" aria-label={t('results')}>
          <div className="suppliers-page__bar">
            <Total answer={first} waiting={pages.isFetching && !pages.isFetchingNextPage} />
            <div className="suppliers-page__tools no-print">
              <Button
                variant="secondary"
                size="small"
                aria-expanded={mapShown}
                onClick={() => change({ map: mapShown ? '' : 'shown' })}
              >
                {t(mapShown ? 'mapHide' : 'mapShow')}
              </Button>
              <ExportMenu question={question} />
              <SelectField
                label={t('sort')}
                labelHidden
                emptyLabel={null}
                value={sortOf(state.sort)}
                onChange={(event) => change({ sort: event.target.value })}
                options={SUPPLIER_SORTS.map((sort) => ({ value: sort, label: t(`sort_${sort}`) }))}
              />
            </div>
          </div>
          <FilterChips state={state} question={question} onChange={change} />
          {mapShown && <SupplierMap question={question} onChange={change} />}
          <SearchResults
            pages={pages}
            state={state}
            question={question}
            today={today}
            onChange={change}
            actionsOf={(supplier) => keeps && <ShortlistButton supplier={supplier} />}
          />
          <CompareBar context={{ q: question.q ?? '', asOf: question.certifiedOn ?? '' }} />
        </section>
      </div>
    </div>
  );
}

/** How many there are, read out when it changes and never while it is being counted anew. */
function Total({
  answer,
  waiting,
}: {
  readonly answer: FoundSuppliers | undefined;
  readonly waiting: boolean;
}) {
  const t = useMessages(searchMessages);
  const text =
    answer === undefined
      ? t('searching')
      : answer.totalIsExact
        ? t('found', { count: answer.total })
        : t('foundMany', { count: answer.total });
  return (
    <div role="status" aria-busy={waiting || undefined}>
      <h2>{text}</h2>
    </div>
  );
}

interface FacetsProps {
  readonly state: Parameters<typeof FacetPanel>[0]['state'];
  readonly onChange: ChangeSearch;
  readonly answer: FoundSuppliers | undefined;
  readonly active: number;
}

/** Beside the results where there is room; on a phone behind a button that says how many filters are chosen. */
function Facets({ state, onChange, answer, active }: FacetsProps) {
  const t = useMessages(searchMessages);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <section className="suppliers-page__facets no-print" aria-label={t('filters')}>
      <Button
        ref={button}
        variant="secondary"
        className="suppliers-page__fold"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {active === 0 ? t('filters') : t('filtersCount', { count: active })}
      </Button>
      <div
        className={
          open ? 'panel suppliers-page__panel' : 'panel suppliers-page__panel suppliers-page__panel--folded'
        }
      >
        <FacetPanel state={state} onChange={onChange} facets={answer?.facets ?? null} />
        {answer?.facetsAreExact === false && (
          <p className="facet__empty">{t('facetApproximate', { count: answer.total })}</p>
        )}
        <Button
          className="suppliers-page__fold"
          onClick={() => {
            setOpen(false);
            button.current?.focus();
          }}
        >
          {t('showResults', { count: answer?.total ?? 0 })}
        </Button>
      </div>
    </section>
  );
}
