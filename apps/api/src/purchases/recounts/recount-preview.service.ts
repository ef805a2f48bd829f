import { Injectable } from '@nestjs/common';
import {
  certificateDaysRefusal,
  reachOf,
  scopeOf,
  type CertificateFacts,
  type SchemeDifference,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { CountingYearService } from '../../purchase-targets/counting-year.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import type { PreviewRecountsQuery } from './dto/preview-recounts.query';
import { toPreviewedDto, type RecountPreviewDto } from './dto/recount-preview.dto';
import { loadFamilies, type Family } from './recount-families';
import { groupOf, institutionsOf, pageOfPurchases } from './recounts.queries';

const PORTION = 500;
/** Rows that the answer shows; the sums are of all. */
const SHOWN = 200;

/** What a change of a certificate would do to the purchases that the reader may see. Nothing is written. */
@Injectable()
export class RecountPreviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly suppliers: SuppliersService,
    private readonly countingYears: CountingYearService,
  ) {}

  /** Of other institutions nothing is told, not even that there are some; who sees all is told how many there are. */
  preview(actor: Actor, query: PreviewRecountsQuery): Promise<RecountPreviewDto> {
    const { institutionIds, departmentId } = reachOf(actor, 'purchase-recount:read');
    return this.transactions.run(actor, async (tx) => {
      const supplier = await this.suppliers.factsForCounting(tx, query.supplierId);
      const changed = await changedCertificates(tx, supplier.id, supplier.certificates, query);
      const group = await groupOf(tx, supplier.id);
      const families: Family[] = [];
      for (const institutionId of await institutionsOf(tx, group)) {
        if (institutionIds !== undefined && !institutionIds.includes(institutionId)) continue;
        let after: string | null = null;
        for (;;) {
          const page = { institutionId, group, departmentId: departmentId ?? null, after, limit: PORTION };
          const ids: string[] = await pageOfPurchases(tx, page, '');
          const found = await loadFamilies(tx, this.countingYears, institutionId, ids, changed);
          families.push(...[...found.values()].filter(({ finding }) => finding !== null));
          after = ids.at(-1) ?? null;
          if (ids.length < PORTION) break;
        }
      }
      const seesAll = scopeOf(actor, 'purchase-recount:read') === 'all';
      return {
        items: families.slice(0, SHOWN).map(toPreviewedDto),
        count: families.length,
        amountKrw: families.reduce((sum, { original }) => sum + original.amount_krw, 0),
        differences: addUp(families),
        institutionCount: seesAll
          ? new Set(families.map(({ original }) => original.institution_id)).size
          : null,
      };
    });
  }
}

/** The supplier's certificates with one of them as it would be. One that does not count yet is added. */
async function changedCertificates(
  tx: Tx,
  supplierId: string,
  certificates: readonly CertificateFacts[],
  query: PreviewRecountsQuery,
): Promise<CertificateFacts[]> {
  const [before = refuse('NOT_FOUND')] = await tx.sql<CertificateFacts>(
    `SELECT type, valid_from AS "validFrom", valid_until AS "validUntil", revoked_on AS "revokedOn",
            verified_at IS NOT NULL AS verified
     FROM supplier_certifications WHERE id = $2 AND supplier_id = $1`,
    [supplierId, query.certificationId],
  );
  const after: CertificateFacts = {
    type: before.type,
    validFrom: query.validFrom ?? before.validFrom,
    validUntil: query.noEnd === true ? null : (query.validUntil ?? before.validUntil),
    revokedOn: query.notRevoked === true ? null : (query.revokedOn ?? before.revokedOn),
    verified: true,
  };
  assertAllowed(certificateDaysRefusal(after));
  const at = certificates.findIndex((one) => isSame(one, before));
  return at === -1 ? [...certificates, after] : certificates.with(at, after);
}

function isSame(a: CertificateFacts, b: CertificateFacts): boolean {
  return (
    a.type === b.type &&
    a.validFrom === b.validFrom &&
    a.validUntil === b.validUntil &&
    a.revokedOn === b.revokedOn &&
    a.verified === b.verified
  );
}

function addUp(families: readonly Family[]): SchemeDifference[] {
  const sums = new Map<string, number>();
  for (const { scheme, krw } of families.flatMap(({ finding }) => finding?.differences ?? []))
    sums.set(scheme, (sums.get(scheme) ?? 0) + krw);
  return [...sums].map(([scheme, krw]) => ({ scheme, krw })).sort((a, b) => (a.scheme < b.scheme ? -1 : 1));
}
