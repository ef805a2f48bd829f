import { TEAM_METRICS, type TeamMetric } from '@ieum/domain';

export type TargetTexts = Readonly<Record<TeamMetric, string>>;

interface Target {
  readonly metric: TeamMetric;
  readonly target: number;
}

/** What the editor begins with; no target is an empty field. */
export function targetTexts(
  figures: readonly { readonly metric: string; readonly target: number | null }[],
): TargetTexts {
  const textOf = (metric: TeamMetric) => String(figures.find((one) => one.metric === metric)?.target ?? '');
  return {
    consultations: textOf('consultations'),
    visits: textOf('visits'),
    enterprise_register: textOf('enterprise_register'),
    institution_register: textOf('institution_register'),
  };
}

/** The targets that were typed, and the metrics of which nothing can be read. */
export function readTargets(texts: TargetTexts): {
  readonly targets: readonly Target[];
  readonly wrong: readonly TeamMetric[];
} {
  const targets: Target[] = [];
  const wrong: TeamMetric[] = [];
  for (const metric of TEAM_METRICS) {
    const digits = texts[metric].normalize('NFKC').replace(/[,\s]/gu, '');
    if (digits === '') continue;
    const target = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
    if (target >= 1 && target <= 1_000_000) targets.push({ metric, target });
    else wrong.push(metric);
  }
  return { targets, wrong };
}
