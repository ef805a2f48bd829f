import { useState } from 'react';
import { Button } from '../../components/button';
import { useMessages } from '../../lib/language';
import { searchMessages } from './search-messages';
import '../../components/choice.css';
import './facet-panel.css';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** null = not counted */
  readonly count: number | null;
}

interface FacetListProps {
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

const SHOWN_AT_FIRST = 8;

/** The values of one facet with what each would find. What is chosen stays in sight, also when it finds nothing. */
export function FacetList({ options, chosen, onToggle }: FacetListProps) {
  const t = useMessages(searchMessages);
  const [whole, setWhole] = useState(false);
  const shown = options.filter(
    (option, index) => whole || index < SHOWN_AT_FIRST || chosen.includes(option.value),
  );
  if (options.length === 0) return <p className="facet__empty">{t('facetEmpty')}</p>;
  return (
    <>
      <ul className="facet__list">
        {shown.map((option) => (
          <li key={option.value}>
            <FacetChoice option={option} checked={chosen.includes(option.value)} onToggle={onToggle} />
          </li>
        ))}
      </ul>
      {options.length > SHOWN_AT_FIRST && (
        <Button variant="text" size="small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('facetLess') : t('facetMore', { count: options.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface FacetChoiceProps {
  readonly option: FacetOption;
  readonly checked: boolean;
  readonly onToggle: (value: string) => void;
  /** the name of a group of which one is chosen at a time; without it each is chosen by itself */
  readonly exclusiveIn?: string;
}

export function FacetChoice({ option, checked, onToggle, exclusiveIn }: FacetChoiceProps) {
  return (
    <label className="choice facet__choice">
      <input
        type={exclusiveIn === undefined ? 'checkbox' : 'radio'}
        name={exclusiveIn}
        checked={checked}
        onChange={() => onToggle(option.value)}
      />
      <span>{option.label}</span>
      {option.count !== null && <span className="facet__count">{option.count.toLocaleString('ko-KR')}</span>}
    </label>
  );
}

/** The counted values first, then those chosen that find nothing any more. */
export function optionsOf(
  values: readonly { readonly value: string; readonly count: number }[],
  chosen: readonly string[],
  label: (value: string) => string,
): FacetOption[] {
  const counted = values.map(({ value, count }) => ({ value, count, label: label(value) }));
  const rest = chosen.filter((value) => !values.some((one) => one.value === value));
  return [...counted, ...rest.map((value) => ({ value, count: 0, label: label(value) }))];
}
