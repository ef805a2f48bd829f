import { isCheckInCode, tidyCheckInCode } from '@ieum/domain';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../../components/button';
import { TextField } from '../../../components/text-field';
import { useMessages } from '../../../lib/language';
import { dayMessages } from './day-messages';

interface CodeFormProps {
  /** the tidied code; kept and sent by the outbox */
  readonly onCode: (code: string) => void;
  /** the page is for this field alone: it has the focus at once */
  readonly isMain?: boolean;
}

const MAX_LENGTH = 24;

/** A phone that scans a code opens the page with ?code=…; one press then records it. The field keeps the focus. */
export function CodeForm({ onCode, isMain = false }: CodeFormProps) {
  const t = useMessages(dayMessages);
  const [params, setParams] = useSearchParams();
  const scanned = params.get('code') ?? '';
  const [typed, setTyped] = useState(scanned);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isTaken, setTaken] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Only what is kept leaves the address: until then a reload asks for the same code again.
  useEffect(() => {
    if (isTaken && scanned !== '') setParams(withoutCode, { replace: true });
  }, [isTaken, scanned, setParams]);
  const send = () => {
    const code = tidyCheckInCode(typed);
    field.current?.focus();
    setWrong(isCheckInCode(code) ? null : t(code === '' ? 'codeMissing' : 'codeWrong'));
    if (!isCheckInCode(code)) return;
    onCode(code);
    setTyped('');
    setTaken(true);
  };
  return (
    <form
      className="day-code"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        ref={field}
        label={t('code')}
        hint={t('codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={MAX_LENGTH}
        autoFocus={isMain || scanned !== ''}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(null);
        }}
        error={wrong ?? undefined}
      />
      <Button type="submit" icon="check">
        {t('checkIn')}
      </Button>
    </form>
  );
}

function withoutCode(params: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(params);
  rest.delete('code');
  return rest;
}
