import { Injectable } from '@nestjs/common';
import { areaOfWork } from '@ieum/domain';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';
import { InstitutionsService } from '../institutions/institutions.service';

/** For whom something was done, as it is sent; without an institution somebody says in whose area it lies. */
export interface WorkPlaceInput {
  readonly institutionId: string | null;
  readonly departmentId?: string | null;
  readonly areaId: string | null;
}

export interface WorkPlace {
  /** null: nobody said it, and there are several to choose from */
  readonly areaId: string | null;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

/** Where a row of the advisers' work lies: in the area of its institution, or in the one that is said (ADR 0022). */
@Injectable()
export class WorkPlaceService {
  constructor(private readonly institutions: InstitutionsService) {}

  /** Refuses NOT_FOUND for an institution, a department or an area that is not there. */
  async of(tx: Tx, { institutionId, departmentId = null, areaId }: WorkPlaceInput): Promise<WorkPlace> {
    if (institutionId === null) {
      const said = areaOfWork(tx.actor.assignedInstitutionIds, areaId);
      if (said !== null && (await this.institutions.facts(tx, said)).areaId !== said) refuse('NOT_FOUND');
      return { areaId: said, institutionId, departmentId, departmentName: null };
    }
    const [institution, department] = await Promise.all([
      this.institutions.facts(tx, institutionId),
      departmentId === null ? null : this.institutions.departmentFacts(tx, institutionId, departmentId),
    ]);
    return {
      areaId: institution.areaId,
      institutionId,
      departmentId,
      departmentName: department?.name ?? null,
    };
  }
}
