import { useState, type ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { Button } from './button';
import { componentMessages } from './messages';
import { TextField } from './text-field';

interface FilterFormProps {
  readonly label: string;
  readonly searchLabel: string;
  /** what the list is searched for, as the address says */
  readonly q: string;
  readonly onSearch: (q: string) => void;
  /** the choices beside it, which are asked at once */
  readonly children: ReactNode;
}

const MAX_LENGTH = 100;

/** The filters of a list: choices, and a text that is asked for when it is sent. Going back shows what was asked then. */
export function FilterForm({ label, searchLabel, q, onSearch, children }: FilterFormProps) {
  const t = useMessages(componentMessages);
  const [typed, setTyped] = useState({ text: q, asked: q });
  const text = typed.asked === q ? typed.text : q;
  return (
    <form
      role="search"
      className="panel form-grid no-print"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text);
      }}
    >
      {children}
      <TextField
        label={searchLabel}
        type="search"
        maxLength={MAX_LENGTH}
        value={text}
        onChange={(event) => setTyped({ text: event.target.value, asked: q })}
      />
      <div>
        <Button type="submit" variant="secondary" icon="search">
          {t('searchButton')}
        </Button>
      </div>
    </form>
  );
}
