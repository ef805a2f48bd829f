import { areaReachOf, enterpriseReachOf, scopeOf } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import type { Conditions } from '../../database/conditions';
import { organiserRefusal, type FairRow } from '../fair-room';

/**
 * Narrows a list of bookings or of who waits to what its reader may see, as standsOf decides it for one of them: the
 * organiser all, a desk its own, an enterprise its own.
 * @param columns SQL of the desk's institution, department and district, and of the enterprise
 */
export function narrowToReader(
  conditions: Conditions,
  actor: Actor,
  fair: Pick<FairRow, 'host_institution_id' | 'area_id'>,
  columns: { institution: string; department: string; area: string; supplier: string },
): void {
  if (organiserRefusal(actor, fair) === null) return;
  const parts = [`${columns.supplier} = ANY (${conditions.place(suppliersOf(actor))}::uuid[])`];
  const { areaIds, institutionIds, departmentId } = areaReachOf(actor, 'fair-desk:run');
  const isNowhere = scopeOf(actor, 'fair-desk:run') === 'own_department' && departmentId === undefined;
  if (areaIds !== undefined) parts.push(`${columns.area} = ANY (${conditions.place(areaIds)}::uuid[])`);
  else if (institutionIds !== undefined && !isNowhere) {
    const own = `${columns.institution} = ANY (${conditions.place(institutionIds)}::uuid[])`;
    parts.push(
      departmentId === undefined
        ? own
        : `(${own} AND ${columns.department} = ${conditions.place(departmentId)})`,
    );
  }
  conditions.always(`(${parts.join(' OR ')})`);
}

function suppliersOf(actor: Actor): readonly string[] {
  const reach = enterpriseReachOf(actor, 'fair:exhibit');
  return reach === 'all' ? [] : reach;
}
