import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { useMessages } from '../../lib/language';
import { MAX_QUESTION, type ChangeSearch } from './search-filters';
import { searchMessages } from './search-messages';
import './search-box.css';

interface SearchBoxProps {
  readonly q: string;
  readonly onChange: ChangeSearch;
}

/** Long enough for a syllable to be finished, short enough to feel immediate. */
const PAUSE_MS = 300;

/** The one box. Results follow the typing; what is typed in one go is one step of the browser's history. */
export function SearchBox({ q, onChange }: SearchBoxProps) {
  const t = useMessages(searchMessages);
  const id = useId();
  const [typed, setTyped] = useState(q);
  const [shown, setShown] = useState(q);
  const inOneGo = useRef(false);

  // Back, forward, or a chip taken away: the field follows the address, but not its own echo.
  if (q !== shown) {
    setShown(q);
    if (q !== typed.trim()) setTyped(q);
  }
  const ask = (text: string) => {
    const next = text.trim();
    if (next === q) return;
    onChange({ q: next }, { replace: inOneGo.current });
    inOneGo.current = true;
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    const timer = window.setTimeout(() => latest.current(typed), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed]);

  return (
    <form
      role="search"
      aria-label={t('searchForm')}
      className="search-box no-print"
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed);
        inOneGo.current = false;
      }}
    >
      <label className="field__label" htmlFor={id}>
        {t('question')}
      </label>
      <div className="search-box__row">
        <input
          id={id}
          className="input search-box__input"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={MAX_QUESTION}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => (inOneGo.current = false)}
        />
        <Button type="submit" icon="search">
          {t('search')}
        </Button>
      </div>
      <p className="field__hint" id={`${id}-hint`}>
        {t('questionHint')}
      </p>
    </form>
  );
}
