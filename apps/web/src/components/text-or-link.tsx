import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface TextOrLinkProps {
  /** undefined = the reader may not open it */
  readonly to: string | undefined;
  readonly children: ReactNode;
}

/** A figure that opens its rows, or the bare figure. */
export function TextOrLink({ to, children }: TextOrLinkProps) {
  return to === undefined ? <>{children}</> : <Link to={to}>{children}</Link>;
}
