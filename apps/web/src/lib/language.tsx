import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LANGUAGES, type Catalogue, type Language, type MessageParams } from './define-messages';
import { fillMessage } from './fill-message';

const STORAGE_KEY = 'ieum.language';

interface LanguageState {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState>({ language: 'ko', setLanguage: () => undefined });

/** The remembered language, Korean until somebody chooses. Read outside React by the API client too. */
export function rememberedLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY);
  return LANGUAGES.find((language) => language === stored) ?? 'ko';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setShown] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(STORAGE_KEY, next);
    setShown(next);
  }, []);
  const state = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext);
}

type Texts = Readonly<Record<string, string>>;

/** Reads one text: `t('rows', { count: 3 })`. Values are demanded exactly when the Korean text names them. */
export type Translate<Korean extends Texts> = <Key extends keyof Korean & string>(
  key: Key,
  ...params: keyof MessageParams<Korean[Key]> extends never ? [] : [params: MessageParams<Korean[Key]>]
) => string;

export function useMessages<Korean extends Texts>(catalogue: Catalogue<Korean>): Translate<Korean> {
  const { language } = useLanguage();
  return useCallback(
    (key, ...params) => fillMessage(catalogue[language][key] ?? key, params[0] ?? {}, language),
    [catalogue, language],
  );
}
