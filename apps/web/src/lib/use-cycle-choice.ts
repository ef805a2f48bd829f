import { useQuery } from '@tanstack/react-query';
import { yearOf } from '@ieum/domain';
import { cyclesQuery, cycleToShow, type Cycle } from './cycle-queries';
import { today } from './date-format';
import { useUser } from './session';
import { useUrlState } from './use-url-state';

const STATE = { fiscalYear: '', institutionId: '' } as const;

export interface CycleChoice {
  /** null while loading, or when the institution has not opened a year */
  readonly cycle: Cycle | null;
  readonly cycles: readonly Cycle[];
  readonly loading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly institutionId: string | null;
  /** true for those who see several institutions and have not chosen one */
  readonly institutionMissing: boolean;
  readonly choose: (patch: { readonly fiscalYear?: string; readonly institutionId?: string }) => void;
}

/** The year and institution that the address names, the own institution by default. */
export function useCycleChoice(): CycleChoice {
  const user = useUser();
  const [state, choose] = useUrlState(STATE);
  const institutionId = user.institutionId ?? (state.institutionId === '' ? null : state.institutionId);
  const query = useQuery({ ...cyclesQuery(institutionId), enabled: institutionId !== null });
  const cycles = query.data?.items ?? [];
  return {
    cycle: cycleToShow(cycles, state.fiscalYear, yearOf(today())),
    cycles,
    loading: institutionId !== null && query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    institutionId,
    institutionMissing: institutionId === null,
    choose,
  };
}
