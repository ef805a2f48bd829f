import { markMatch } from './mark-match';

interface MarkedTextProps {
  readonly text: string;
  readonly words: readonly string[];
}

/** A text with the places that were searched for. */
export function MarkedText({ text, words }: MarkedTextProps) {
  return markMatch(text, words).map((piece, index) =>
    piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
