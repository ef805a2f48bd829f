import { useQueries } from '@tanstack/react-query';
import type { Day } from '@ieum/domain';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName } from '../../lib/seoul-tiles';
import { searchCountsQuery, type SupplierQuestion } from './search-api';
import {
  activeFilters,
  districtTyped,
  questionOf,
  SEARCH_STATE,
  WITHOUT,
  type ChangeSearch,
  type SearchState,
} from './search-filters';
import { searchMessages } from './search-messages';
import './empty-search.css';

interface EmptySearchProps {
  readonly state: SearchState;
  readonly question: SupplierQuestion;
  readonly today: Day;
  readonly onChange: ChangeSearch;
}

/** Nothing found: which single filter stands in the way, with what its absence would find. */
export function EmptySearch({ state, question, today, onChange }: EmptySearchProps) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const filters = activeFilters(question);
  const narrowed = filters.length > 1;
  const counts = useQueries({
    queries: filters.map((filter) => ({
      ...searchCountsQuery(questionOf({ ...state, ...WITHOUT[filter] }, today), false),
      enabled: narrowed,
    })),
  });
  const helpful = filters.flatMap((filter, index) => {
    const answer = counts[index]?.data;
    return answer === undefined || answer.total === 0 ? [] : [{ filter, answer }];
  });
  const typed = state.district.length === 0 ? districtTyped(state.q) : null;
  const isShort = [...state.q.trim().normalize('NFC')].length === 1;
  const settled = counts.every(({ isPending }) => !isPending);
  return (
    <div className="panel empty-search">
      <EmptyState icon="search" title={t('emptyTitle')} text={t(isShort ? 'emptyShort' : 'emptyText')} />
      {typed !== null && (
        <Button
          variant="secondary"
          size="small"
          onClick={() => onChange({ q: typed.rest, district: [typed.code] })}
        >
          {t('asDistrict', {
            district: districtName(typed.code, language) ?? typed.code,
            rest: typed.rest,
          })}
        </Button>
      )}
      {narrowed && helpful.length > 0 && (
        <section className="empty-search__ways" aria-label={t('loosenTitle')}>
          <h3>{t('loosenTitle')}</h3>
          <ul>
            {helpful.map(({ filter, answer }) => (
              <li key={filter}>
                <Button variant="secondary" size="small" onClick={() => onChange(WITHOUT[filter])}>
                  {t('loosen', {
                    filter: filter === 'q' ? t('loosen_q') : t(filter),
                    count: answer.totalIsExact
                      ? t('loosenCount', { count: answer.total })
                      : t('loosenMany', { count: answer.total }),
                  })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {narrowed && settled && helpful.length === 0 && <p className="empty-search__none">{t('loosenNone')}</p>}
      {narrowed && (
        <Button variant="text" onClick={() => onChange({ ...SEARCH_STATE, q: state.q, sort: state.sort })}>
          {t('reset')}
        </Button>
      )}
    </div>
  );
}
