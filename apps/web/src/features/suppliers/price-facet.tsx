import { PRICE_BANDS, type PriceBand } from '@ieum/domain';
import { useId, useState } from 'react';
import { Button } from '../../components/button';
import { MoneyField } from '../../components/money-field';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { FacetChoice } from './facet-list';
import type { FacetValue } from './search-api';
import type { ChangeSearch, SearchState } from './search-filters';
import { searchMessages } from './search-messages';

interface PriceFacetProps {
  /** null while the first answer is on its way */
  readonly values: readonly FacetValue[] | null;
  readonly state: SearchState;
  readonly onChange: ChangeSearch;
}

/** One range of prices at a time: a usual one with what it would find, or two amounts of one's own. */
export function PriceFacet({ values, state, onChange }: PriceFacetProps) {
  const t = useMessages(searchMessages);
  const nameOf = useBandName();
  const name = useId();
  const isAsked = ({ priceMin, priceMax }: PriceChoice) =>
    state.priceMin === priceMin && state.priceMax === priceMax;
  return (
    <>
      <ul className="facet__list">
        <li>
          <FacetChoice
            option={{ value: '', label: t('priceAny'), count: null }}
            exclusiveIn={name}
            checked={isAsked(ANY_PRICE)}
            onToggle={() => onChange(ANY_PRICE)}
          />
        </li>
        {PRICE_BANDS.map((band) => (
          <li key={band.fromKrw}>
            <FacetChoice
              option={{ value: String(band.fromKrw), label: nameOf(band), count: countOf(band, values) }}
              exclusiveIn={name}
              checked={isAsked(choiceOf(band))}
              onToggle={() => onChange(choiceOf(band))}
            />
          </li>
        ))}
      </ul>
      <PriceRange key={`${state.priceMin}-${state.priceMax}`} state={state} onChange={onChange} />
    </>
  );
}

type PriceChoice = Pick<SearchState, 'priceMin' | 'priceMax'>;

const ANY_PRICE: PriceChoice = { priceMin: '', priceMax: '' };

function choiceOf({ fromKrw, toKrw }: PriceBand): PriceChoice {
  return {
    priceMin: fromKrw === 0 ? '' : String(fromKrw),
    priceMax: toKrw === null ? '' : String(toKrw),
  };
}

function countOf({ fromKrw }: PriceBand, values: PriceFacetProps['values']): number | null {
  return values === null ? null : (values.find(({ value }) => value === String(fromKrw))?.count ?? 0);
}

/** As people say it: from an amount, and less than the next one. */
function useBandName(): (band: PriceBand) => string {
  const t = useMessages(searchMessages);
  return ({ fromKrw, toKrw }) => {
    const from = showKrw(fromKrw);
    if (toKrw === null) return t('priceFrom', { from });
    const below = showKrw(toKrw + 1);
    return fromKrw === 0 ? t('priceBelow', { below }) : t('priceBand', { from, below });
  };
}

/** Two amounts are one filter: they are asked for together, not digit by digit. */
function PriceRange({ state, onChange }: Omit<PriceFacetProps, 'values'>) {
  const t = useMessages(searchMessages);
  const [min, setMin] = useState(amountOf(state.priceMin));
  const [max, setMax] = useState(amountOf(state.priceMax));
  return (
    <form
      className="facet__price"
      onSubmit={(event) => {
        event.preventDefault();
        const [low, high] = min !== null && max !== null && min > max ? [max, min] : [min, max];
        onChange({ priceMin: low === null ? '' : String(low), priceMax: high === null ? '' : String(high) });
      }}
    >
      <MoneyField label={t('priceMin')} value={min} onChange={setMin} />
      <MoneyField label={t('priceMax')} value={max} onChange={setMax} />
      <Button type="submit" variant="secondary" size="small">
        {t('priceApply')}
      </Button>
    </form>
  );
}

function amountOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
