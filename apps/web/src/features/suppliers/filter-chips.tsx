import { useQueries, useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { districtName } from '../../lib/seoul-tiles';
import { supplierWords } from '../../lib/supplier-messages';
import { categoriesQuery, nameOfCategory } from './category-names';
import { useCertificateName } from './certificate-name';
import type { SupplierQuestion } from './search-api';
import { SEARCH_STATE, TODAY, toggled, WITHOUT, type ChangeSearch, type SearchState } from './search-filters';
import { searchMessages } from './search-messages';
import './filter-chips.css';

interface FilterChipsProps {
  readonly state: SearchState;
  readonly question: SupplierQuestion;
  readonly onChange: ChangeSearch;
}

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly patch: Partial<SearchState>;
}

/** What narrows the search, each to be taken away by one press; visible also where the panel is folded. */
export function FilterChips({ state, question, onChange }: FilterChipsProps) {
  const t = useMessages(searchMessages);
  const chips = useChips(state, question);
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips no-print" aria-label={t('chips')}>
      {chips.map(({ key, label, patch }) => (
        <li key={key}>
          <button
            type="button"
            className="filter-chip"
            aria-label={t('chipRemove', { name: label })}
            onClick={() => onChange(patch)}
          >
            {label}
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      <li>
        <Button
          variant="text"
          size="small"
          onClick={() => onChange({ ...SEARCH_STATE, q: state.q, sort: state.sort, map: state.map })}
        >
          {t('reset')}
        </Button>
      </li>
    </ul>
  );
}

function useChips(state: SearchState, question: SupplierQuestion): readonly Chip[] {
  const t = useMessages(searchMessages);
  const word = useMessages(purchaseWords);
  const ofSupplier = useMessages(supplierWords);
  const { language } = useLanguage();
  const certificateName = useCertificateName();
  const categoryName = useCategoryNames(question.category ?? []);
  const {
    certification = [],
    category = [],
    district = [],
    kind = [],
    certifiedOn,
    priceMin,
    priceMax,
  } = question;
  const won = (amount: number | undefined) =>
    amount === undefined ? t('chipPriceOpen') : ofSupplier('priceOne', { price: showKrw(amount) });
  return [
    ...(certifiedOn === undefined
      ? []
      : [
          {
            key: 'certifiedOn',
            label:
              state.certifiedOn === TODAY
                ? t('chipToday')
                : t('chipDay', { day: showDay(certifiedOn, language) }),
            patch: { certifiedOn: '' },
          },
        ]),
    ...certification.map((type) => ({
      key: `certification ${type}`,
      label: certificateName(type),
      patch: { certification: toggled(certification, type) },
    })),
    ...category.map((code) => ({
      key: `category ${code}`,
      label: categoryName(code),
      patch: { category: toggled(category, code) },
    })),
    ...district.map((code) => ({
      key: `district ${code}`,
      label: districtName(code, language) ?? code,
      patch: { district: toggled(district, code) },
    })),
    ...kind.map((one) => ({
      key: `kind ${one}`,
      label: word(`kind_${one}`),
      patch: { kind: toggled(kind, one) },
    })),
    ...(priceMin === undefined && priceMax === undefined
      ? []
      : [
          {
            key: 'price',
            label: t('chipPrice', { from: won(priceMin), to: won(priceMax) }),
            patch: WITHOUT.price,
          },
        ]),
    ...(question.includeClosed
      ? [{ key: 'includeClosed', label: t('chipClosed'), patch: { includeClosed: '' } }]
      : []),
  ];
}

/** A link may name a category of any level: each is looked up by its own code. */
function useCategoryNames(codes: readonly string[]): (code: string) => string {
  const { language } = useLanguage();
  const { data: top } = useQuery({ ...categoriesQuery(null), enabled: codes.length > 0 });
  const found = useQueries({
    queries: codes.filter((code) => code.length > 2).map((code) => categoriesQuery(code)),
  });
  const names = [...(top?.items ?? []), ...found.flatMap(({ data }) => data?.items ?? [])];
  const paths = names.flatMap((one) => [one, ...one.path]);
  return (code) => nameOfCategory(paths, code, language);
}
