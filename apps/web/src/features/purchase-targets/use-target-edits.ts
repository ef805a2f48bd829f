import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ProblemError } from '../../lib/problem-error';
import { setTarget, targetsQuery, type Target } from './api';
import type { CellChange } from './target-grid';

export interface EditConflict {
  readonly target: Target;
  readonly mineKrw: number | null;
}

export interface TargetEdits {
  /** the amount as typed, before the server has it too */
  readonly shown: (target: Target) => number | null;
  readonly isWaiting: (target: Target) => boolean;
  readonly waiting: number;
  readonly error: unknown;
  /** somebody else changed the same cell meanwhile; what was typed is kept here */
  readonly conflict: EditConflict | null;
  readonly change: (changes: readonly CellChange[]) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  readonly resolve: (keepMine: boolean) => void;
}

/** Saves cells one after another while typing goes on; the sums follow what is typed at once. */
export function useTargetEdits(cycleId: string): TargetEdits {
  const client = useQueryClient();
  const [pending, setPending] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<EditConflict | null>(null);
  const [past, setPast] = useState<readonly (readonly CellChange[])[]>([]);
  const queue = useRef<CellChange[]>([]);
  const working = useRef(false);
  const versions = useRef(new Map<string, number>());

  const forget = useCallback((id: string) => {
    setPending((current) => {
      const next = new Map(current);
      next.delete(id);
      return next;
    });
  }, []);

  const work = useCallback(async () => {
    if (working.current) return;
    working.current = true;
    const key = targetsQuery(cycleId).queryKey;
    for (let next = queue.current.shift(); next !== undefined; next = queue.current.shift()) {
      const { target, targetKrw } = next;
      try {
        const version = Math.max(target.version, versions.current.get(target.id) ?? 0);
        const saved = await setTarget(target.id, version, targetKrw);
        versions.current.set(saved.id, saved.version);
        client.setQueryData(key, (list) =>
          list === undefined
            ? list
            : { ...list, items: list.items.map((one) => (one.id === saved.id ? saved : one)) },
        );
        // A later entry into the same cell is still to come and stays shown.
        if (!queue.current.some((one) => one.target.id === target.id)) forget(target.id);
      } catch (failure) {
        forget(target.id);
        if (failure instanceof ProblemError && failure.status === 412)
          setConflict({ target, mineKrw: targetKrw });
        else setError(failure);
      }
    }
    working.current = false;
    await client.invalidateQueries({ queryKey: ['cycles'] });
  }, [client, cycleId, forget]);

  const shown = (target: Target) => {
    const typed = pending.get(target.id);
    return typed === undefined ? target.targetKrw : typed;
  };
  /** The cell as it was read last: an undo names it as it was before its change. */
  const latest = (target: Target) =>
    client.getQueryData(targetsQuery(cycleId).queryKey)?.items.find((one) => one.id === target.id) ?? target;
  const send = (changes: readonly CellChange[]) => {
    const real = changes
      .map(({ target, targetKrw }) => ({ target: latest(target), targetKrw }))
      .filter(({ target, targetKrw }) => shown(target) !== targetKrw);
    if (real.length === 0) return [];
    setError(null);
    setPending((current) => {
      const next = new Map(current);
      for (const { target, targetKrw } of real) next.set(target.id, targetKrw);
      return next;
    });
    const before = real.map(({ target }) => ({ target, targetKrw: shown(target) }));
    queue.current.push(...real);
    void work();
    return before;
  };

  return {
    shown,
    isWaiting: (target) => pending.has(target.id),
    waiting: pending.size,
    error,
    conflict,
    change: (changes) => {
      const before = send(changes);
      if (before.length > 0) setPast((current) => [...current, before]);
    },
    undo: () => {
      const last = past.at(-1);
      if (last === undefined) return;
      setPast((current) => current.slice(0, -1));
      send(last);
    },
    canUndo: past.length > 0,
    resolve: (keepMine) => {
      if (conflict === null) return;
      setConflict(null);
      if (keepMine) send([{ target: conflict.target, targetKrw: conflict.mineKrw }]);
    },
  };
}
