import type { MoneyUnit } from '@ieum/domain';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { cellText, readCell } from './target-grid';

interface TargetCellProps {
  readonly label: string;
  readonly amountKrw: number | null;
  readonly unit: MoneyUnit;
  readonly place: { readonly row: number; readonly column: number };
  readonly waiting: boolean;
  readonly placeholder: string;
  readonly onCommit: (targetKrw: number | null) => void;
  readonly onWrong: () => void;
  readonly onBlock: (text: string) => void;
  readonly onUndo: () => void;
}

/** One amount as in a spreadsheet: typing replaces, Enter and the arrows move, Esc takes back, a block can be pasted. */
export function TargetCell(props: TargetCellProps) {
  const { label, amountKrw, unit, place, waiting, placeholder, onCommit, onWrong, onBlock, onUndo } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const wrong = typed !== null && !readCell(typed, unit).ok;

  const commit = () => {
    if (typed === null) return;
    const reading = readCell(typed, unit);
    if (reading.ok) {
      setTyped(null);
      onCommit(reading.targetKrw);
    } else {
      onWrong();
    }
  };
  const move = (down: number, right: number) => {
    const table = input.current?.closest('table');
    const next = table?.querySelector<HTMLElement>(
      `[data-cell="${place.row + down}:${place.column + right}"]`,
    );
    next?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
    const whole = start === 0 && end === value.length;
    const undoing = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (undoing && typed === null) {
      event.preventDefault();
      onUndo();
    } else if (event.key === 'Escape') setTyped(null);
    else if (event.key === 'Enter') {
      event.preventDefault();
      commit();
      move(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1, 0);
    } else if (event.key === 'ArrowLeft' && (whole || end === 0)) move(0, -1);
    else if (event.key === 'ArrowRight' && (whole || start === value.length)) move(0, 1);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    setTyped(null);
    onBlock(text);
  };
  return (
    <input
      ref={input}
      className={['target-cell', waiting && 'target-cell--waiting', wrong && 'target-cell--wrong']
        .filter(Boolean)
        .join(' ')}
      aria-label={label}
      aria-invalid={wrong || undefined}
      data-cell={`${place.row}:${place.column}`}
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
      placeholder={placeholder}
      value={typed ?? cellText(amountKrw, unit)}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
