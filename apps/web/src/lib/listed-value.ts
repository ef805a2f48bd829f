import { formatBusinessNumber, type ListedFact } from '@ieum/domain';
import { useLanguage, useMessages } from './language';
import { listedWords } from './listed-words';
import { districtName } from './seoul-tiles';

/** A fact of a list as people read it: numbers with hyphens, districts by name, and a word for none. */
export function useListedValue(): (field: ListedFact, value: string | null) => string {
  const { language } = useLanguage();
  const word = useMessages(listedWords);
  return (field, value) => {
    if (value === null) return word('nothing');
    if (field === 'businessNumber') return formatBusinessNumber(value);
    return field === 'districtCode' ? (districtName(value, language) ?? value) : value;
  };
}
