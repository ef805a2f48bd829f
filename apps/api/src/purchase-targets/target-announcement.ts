import {
  confirmTargetsRefusal,
  HAMKKE_NURI_MALL,
  mallTargetRefusal,
  nextTargetState,
  SOCIAL_ECONOMY,
  type MallTargetPlace,
  type TargetAction,
} from '@ieum/domain';
import { assertAllowed, refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import type { NewNotice } from '../notices/notices.service';
import type { LockedCycle } from './purchase-target-cycles.queries';

interface DepartmentTargetRow {
  department_id: string;
  scheme_code: string;
  target_krw: number | null;
}

/**
 * Confirms all proposed targets of the year. TARGET_MISSING when there are none, TARGET_SUM_MISMATCH {scheme, sums,
 * difference} without a reason, TARGET_MALL_ABOVE_MAIN. A department without an amount counts as 0 in the sum.
 */
export async function confirmTargets(
  tx: Tx,
  cycle: LockedCycle,
  mallTarget: MallTargetPlace,
  reason: string | null,
): Promise<void> {
  const wanted = await tx.sql<{ scheme_code: string; target_krw: number }>(
    `SELECT scheme_code, target_krw FROM institution_targets
     WHERE institution_id = $1 AND cycle_id = $2 AND target_krw IS NOT NULL
     ORDER BY scheme_code = $3 DESC, scheme_code`,
    [cycle.institutionId, cycle.id, SOCIAL_ECONOMY],
  );
  if (wanted.length === 0) refuse('TARGET_MISSING', { scheme: SOCIAL_ECONOMY });
  const targets = await readTargets(tx, cycle);
  for (const one of wanted) {
    const ofScheme = targets.filter((target) => target.scheme_code === one.scheme_code);
    assertAllowed(
      confirmTargetsRefusal({
        scheme: one.scheme_code,
        institutionTargetKrw: one.target_krw,
        departmentTargetsKrw: ofScheme.map((target) => target.target_krw ?? 0),
        reason,
      }),
    );
  }
  for (const [main, mall] of byDepartment(targets).values()) assertMallFits(main, mall, mallTarget);
  await moveAll(tx, cycle, 'confirm');
}

/** Notifies all confirmed targets. @returns the notices, one for each department */
export async function notifyTargets(tx: Tx, cycle: LockedCycle): Promise<NewNotice[]> {
  await moveAll(tx, cycle, 'notify');
  const targets = await readTargets(tx, cycle);
  return [...byDepartment(targets)].map(([departmentId, [targetKrw, mallTargetKrw]]) => ({
    institutionId: cycle.institutionId,
    audience: 'clerk',
    departmentId,
    kind: 'targets_notified',
    params: { fiscalYear: cycle.fiscalYear, targetKrw, mallTargetKrw },
    link: '/purchase-targets',
  }));
}

/** A department's mall target inside its main one cannot be greater; without a main target there is nothing to exceed. */
export function assertMallFits(
  mainKrw: number | null,
  mallKrw: number | null,
  mallTarget: MallTargetPlace,
): void {
  if (mainKrw !== null && mallKrw !== null) assertAllowed(mallTargetRefusal(mallKrw, mainKrw, mallTarget));
}

async function moveAll(tx: Tx, cycle: LockedCycle, action: Extract<TargetAction, 'confirm' | 'notify'>) {
  const from = action === 'confirm' ? 'proposed' : 'confirmed';
  await tx.sql(
    `UPDATE purchase_targets SET state = $3, version = version + 1
     WHERE institution_id = $1 AND cycle_id = $2 AND state = $4`,
    [cycle.institutionId, cycle.id, nextTargetState(action), from],
  );
}

function readTargets(tx: Tx, cycle: LockedCycle): Promise<DepartmentTargetRow[]> {
  return tx.sql<DepartmentTargetRow>(
    `SELECT department_id, scheme_code, target_krw FROM purchase_targets
     WHERE institution_id = $1 AND cycle_id = $2 ORDER BY department_id, scheme_code`,
    [cycle.institutionId, cycle.id],
  );
}

/** Main and mall amount of each department. */
function byDepartment(targets: readonly DepartmentTargetRow[]): Map<string, [number | null, number | null]> {
  const pairs = new Map<string, [number | null, number | null]>();
  for (const target of targets) {
    const pair = pairs.get(target.department_id) ?? [null, null];
    if (target.scheme_code === SOCIAL_ECONOMY) pair[0] = target.target_krw;
    if (target.scheme_code === HAMKKE_NURI_MALL) pair[1] = target.target_krw;
    pairs.set(target.department_id, pair);
  }
  return pairs;
}
