import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { useLanguage, useMessages } from '../../lib/language';
import { categoriesQuery, nameOfCategory } from './category-names';
import { FacetChoice, FacetList, optionsOf } from './facet-list';
import type { FacetValue } from './search-api';
import { toggled, type ChangeSearch, type SearchState } from './search-filters';
import { searchMessages } from './search-messages';

interface CategoryFacetProps {
  readonly values: readonly FacetValue[];
  readonly state: SearchState;
  readonly onChange: ChangeSearch;
}

const SEGMENT_DIGITS = 2;
const isSegment = (code: string) => code.length === SEGMENT_DIGITS;

/** The item classification by name: a branch is a choice itself and opens into what lies below it. */
export function CategoryFacet({ values, state, onChange }: CategoryFacetProps) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const { data } = useQuery(categoriesQuery(null));
  const segments = optionsOf(
    values.filter(({ value }) => isSegment(value)),
    // A chosen leaf keeps its branch in sight.
    [...new Set(state.category.map((code) => code.slice(0, SEGMENT_DIGITS)))],
    (code) => nameOfCategory(data?.items, code, language),
  );
  if (segments.length === 0) return <p className="facet__empty">{t('facetEmpty')}</p>;
  const toggle = (code: string) => onChange({ category: toggled(state.category, code) });
  return (
    <ul className="facet__list">
      {segments.map((segment) => (
        <li key={segment.value}>
          <div className="facet__branch">
            <FacetChoice
              option={segment}
              checked={state.category.includes(segment.value)}
              onToggle={toggle}
            />
          </div>
          <Branch
            segment={segment.value}
            name={segment.label}
            values={values.filter(({ value }) => !isSegment(value) && value.startsWith(segment.value))}
            chosen={state.category}
            onToggle={toggle}
          />
        </li>
      ))}
    </ul>
  );
}

interface BranchProps {
  readonly segment: string;
  readonly name: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onToggle: (code: string) => void;
}

function Branch({ segment, name, values, chosen, onToggle }: BranchProps) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const below = chosen.filter((code) => !isSegment(code) && code.startsWith(segment));
  const [open, setOpen] = useState(below.length > 0);
  const { data } = useQuery({ ...categoriesQuery(segment), enabled: open });
  if (values.length === 0 && below.length === 0) return null;
  return (
    <details className="facet__below" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="right" size={16} />
        <span>
          <span className="visually-hidden">{name} </span>
          {t('categoryOpen')}
        </span>
      </summary>
      {open && (
        <FacetList
          options={optionsOf(values, below, (code) => nameOfCategory(data?.items, code, language))}
          chosen={chosen}
          onToggle={onToggle}
        />
      )}
    </details>
  );
}
