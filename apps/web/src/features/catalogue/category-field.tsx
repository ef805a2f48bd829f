import { useRef } from 'react';
import { ComboBoxField, type ComboOption } from '../../components/combo-box-field';
import { categoryNames } from '../../lib/catalogue-item';
import type { Language } from '../../lib/define-messages';
import { useLanguage, useMessages } from '../../lib/language';
import { findCategories } from './api';
import type { CategoryStep } from './item-form-values';
import { catalogueMessages } from './messages';

interface CategoryFieldProps {
  /** from the top down; [] = none */
  readonly value: readonly CategoryStep[];
  readonly onChange: (path: readonly CategoryStep[]) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
}

/** Finds a category by name or code; the way from the top tells two of the same name apart. */
export function CategoryField({ value, onChange, onBlur, error, disabled }: CategoryFieldProps) {
  const t = useMessages(catalogueMessages);
  const { language } = useLanguage();
  const found = useRef(new Map<string, readonly CategoryStep[]>());
  const search = async (text: string, signal: AbortSignal) => {
    if (text === '') return [];
    const categories = await findCategories(text, signal);
    for (const { code, path } of categories) found.current.set(code, path);
    return categories.map(({ path }) => optionOf(path, language)).filter((option) => option !== null);
  };
  return (
    <ComboBoxField
      label={t('category')}
      hint={t('categoryHint')}
      error={error}
      disabled={disabled}
      searchKey={`item-categories-${language}`}
      search={search}
      value={optionOf(value, language)}
      onChange={(option) => onChange(option === null ? [] : (found.current.get(option.id) ?? value))}
      onBlur={onBlur}
    />
  );
}

function optionOf(path: readonly CategoryStep[], language: Language): ComboOption | null {
  const last = path.at(-1);
  if (last === undefined) return null;
  const [label = ''] = categoryNames([last], language);
  const above = categoryNames(path.slice(0, -1), language).join(' › ');
  return { id: last.code, label, detail: `${last.code} · ${above}` };
}
