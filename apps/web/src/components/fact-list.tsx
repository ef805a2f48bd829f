import type { ReactNode } from 'react';
import './fact-list.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values; what is not known shows a dash. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
