import { startTransition, useCallback, useMemo, useOptimistic } from 'react';
import { useSearchParams } from 'react-router';

type Value = string | readonly string[];
export type UrlState = Readonly<Record<string, Value>>;
type Widened<State extends UrlState> = {
  readonly [Key in keyof State]: State[Key] extends readonly string[] ? readonly string[] : string;
};

/** Whether a change takes the place of the step before in the browser's history, or back leads to that one. */
interface Step {
  readonly replace: boolean;
}

/**
 * Filters, sort order and unit of a screen, kept in the address so that a link reproduces the view.
 * `defaults` names the keys; a value equal to its default is left out of the address. Use a constant object.
 */
export function useUrlState<const State extends UrlState>(
  defaults: State,
): [state: Widened<State>, change: (patch: Partial<Widened<State>>, step?: Step) => void] {
  const [params, setParams] = useSearchParams();
  const written = useMemo(() => readState(params, defaults), [params, defaults]);
  // The router follows the address in a transition: until then a ticked box would jump back under the finger.
  const [state, showAtOnce] = useOptimistic(written, (shown, patch: Partial<Widened<State>>) => ({
    ...shown,
    ...patch,
  }));
  const change = useCallback(
    (patch: Partial<Widened<State>>, { replace }: Step = { replace: true }) =>
      startTransition(() => {
        showAtOnce(patch);
        setParams((current) => writePatch(current, patch, defaults), { replace });
      }),
    [setParams, showAtOnce, defaults],
  );
  return [state, change];
}

function readState<State extends UrlState>(params: URLSearchParams, defaults: State): Widened<State> {
  const entries = Object.entries(defaults).map(([key, fallback]): [string, Value] =>
    typeof fallback === 'string'
      ? [key, params.get(key) ?? fallback]
      : [key, params.has(key) ? params.getAll(key).filter((value) => value !== '') : fallback],
  );
  return Object.fromEntries(entries) as Widened<State>;
}

function writePatch(
  current: URLSearchParams,
  patch: Readonly<Record<string, Value | undefined>>,
  defaults: UrlState,
) {
  const next = new URLSearchParams(current);
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    next.delete(key);
    if (String(value) === String(defaults[key])) continue;
    // An emptied list differs from its default: one empty value keeps the key in the address.
    if (typeof value === 'string') next.set(key, value);
    else if (value.length === 0) next.set(key, '');
    else value.forEach((one) => next.append(key, one));
  }
  return next;
}
