import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  certificateActionRefusal,
  certificationRefusal,
  enterpriseEvidenceRefusal,
  scopeOf,
  waitingCertificatesRefusal,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { withoutUndefined } from '../../common/without-undefined';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService, type OpenedFile } from '../../files/files.service';
import { JobsService } from '../../jobs/jobs.service';
import type {
  ChangeCertificationDto,
  CreateCertificationDto,
  RevokeCertificationDto,
} from '../dto/certification.dto';
import type { SupplierDto } from '../dto/supplier.dto';
import { lockForChange } from '../supplier-writes';
import { supplierById, toCertificateFacts } from '../suppliers.queries';
import { SuppliersService } from '../suppliers.service';
import { VerificationRequests } from '../verifications/verification-requests';
import { evidenceOf, insertCertification } from './certification-writes';
import {
  certificationEntries,
  certificationEntry,
  waitingCertificates,
  type CertificationEntryRow,
} from './certification.queries';
import { toCertificationEntryDto, type SupplierCertificationListDto } from './dto/certification-entry.dto';
import { askForRecount } from './recount-requests';

/** A certificate of a supplier, and the version of the supplier that was read: certificates are part of it. */
export interface CertificationAddress {
  readonly supplierId: string;
  readonly certificationId: string;
  readonly version: number;
}

@Injectable()
export class CertificationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly jobs: JobsService,
    private readonly suppliers: SuppliersService,
    private readonly requests: VerificationRequests,
  ) {}

  list(actor: Actor, supplierId: string, asOf = this.clock.today()): Promise<SupplierCertificationListDto> {
    assertReaches(actor, supplierId);
    return this.transactions.run(actor, async (tx) => {
      const supplier = (await supplierById(tx, supplierId)) ?? refuse('NOT_FOUND');
      const rows = await certificationEntries(tx, supplier.id);
      return { items: rows.map((row) => toCertificationEntryDto(row, asOf)), version: supplier.version };
    });
  }

  /** Whoever keeps the register has seen the certificate and verifies it by entering; an enterprise's own waits. */
  add(actor: Actor, supplierId: string, input: CreateCertificationDto): Promise<SupplierDto> {
    assertReaches(actor, supplierId);
    const verified = keepsRegister(actor);
    if (!verified) assertAllowed(enterpriseEvidenceRefusal(input.evidenceFileId ?? null));
    return this.transactions.runOnce(actor, async (tx) => {
      const supplier = await lockForChange(tx, supplierId);
      if (!verified) assertAllowed(waitingCertificatesRefusal(await waitingCertificates(tx, supplierId)));
      const evidence = await evidenceOf(tx, this.files, input.evidenceFileId);
      const id = await insertCertification(tx, supplierId, input, { evidence, verified, replacesId: null });
      await countVersionUp(tx, supplierId);
      if (!verified) await this.requests.askForCertification(tx, supplier, id, evidence);
      const after = {
        type: input.type,
        validFrom: input.validFrom,
        validUntil: input.validUntil ?? null,
        revokedOn: null,
        verified,
      };
      await this.recount(tx, supplierId, id, null, after);
      return this.suppliers.answer(tx, supplierId);
    });
  }

  /**
   * A keeper corrects in place. An enterprise corrects what still waits; of a verified certificate it proposes a change,
   * a row of its own that waits while the verified one stands.
   */
  change(actor: Actor, address: CertificationAddress, input: ChangeCertificationDto): Promise<SupplierDto> {
    assertReaches(actor, address.supplierId);
    return this.transactions.run(actor, async (tx) => {
      const before = await this.lockedEntry(tx, address);
      if (before.verified && !keepsRegister(actor))
        await this.proposeChange(tx, address.supplierId, before, input);
      else await this.correct(tx, before, input);
      await tx.updateVersion('suppliers', { id: address.supplierId }, address.version, {});
      return this.suppliers.answer(tx, address.supplierId);
    });
  }

  revoke(actor: Actor, address: CertificationAddress, input: RevokeCertificationDto): Promise<SupplierDto> {
    return this.setRevocation(actor, address, input);
  }

  reinstate(actor: Actor, address: CertificationAddress): Promise<SupplierDto> {
    return this.setRevocation(actor, address, null);
  }

  /** For who keeps the register and for the enterprise itself; everybody else is told NOT_FOUND. */
  async evidence(actor: Actor, supplierId: string, certificationId: string): Promise<OpenedFile> {
    assertReaches(actor, supplierId);
    const entry = await this.transactions.run(actor, (tx) =>
      certificationEntry(tx, supplierId, certificationId),
    );
    return this.files.openGranted(actor.requestId, entry?.evidenceFileId ?? refuse('NOT_FOUND'));
  }

  private setRevocation(
    actor: Actor,
    address: CertificationAddress,
    revocation: RevokeCertificationDto | null,
  ): Promise<SupplierDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.lockedEntry(tx, address);
      assertAllowed(
        certificateActionRefusal(
          { state: before.entryState, revokedOn: before.revokedOn },
          revocation === null ? 'reinstate' : 'revoke',
        ),
      );
      const after = {
        ...before,
        revokedOn: revocation?.revokedOn ?? null,
        revocationReason: revocation?.reason.trim() ?? null,
      };
      assertAllowed(certificationRefusal(after));
      await tx.updateVersion('suppliers', { id: address.supplierId }, address.version, {});
      await tx.sql(
        `UPDATE supplier_certifications SET revoked_on = $2, revocation_reason = $3, version = version + 1 WHERE id = $1`,
        [before.id, after.revokedOn, after.revocationReason],
      );
      await this.recount(tx, address.supplierId, before.id, before, after);
      return this.suppliers.answer(tx, address.supplierId);
    });
  }

  private async correct(tx: Tx, before: CertificationEntryRow, input: ChangeCertificationDto): Promise<void> {
    assertAllowed(
      certificateActionRefusal({ state: before.entryState, revokedOn: before.revokedOn }, 'correct'),
    );
    const after = { ...before, ...withoutUndefined(input) };
    assertAllowed(certificationRefusal(after));
    const evidence =
      input.evidenceFileId === undefined || input.evidenceFileId === before.evidenceFileId
        ? { id: before.evidenceFileId, name: before.evidenceName }
        : await evidenceOf(tx, this.files, input.evidenceFileId);
    if (!before.verified && !keepsRegister(tx.actor))
      assertAllowed(enterpriseEvidenceRefusal(evidence?.id ?? null));
    await tx.sql(
      `UPDATE supplier_certifications SET number = $2, issuer = $3, issued_on = $4, issue_round = $5, valid_from = $6,
         valid_until = $7, evidence_file_id = $8, evidence_name = $9, version = version + 1
       WHERE id = $1`,
      [
        before.id,
        after.number,
        after.issuer,
        after.issuedOn,
        after.issueRound,
        after.validFrom,
        after.validUntil,
        evidence?.id ?? null,
        evidence?.name ?? null,
      ],
    );
    if (before.verificationId !== null) await this.requests.touch(tx, before.verificationId, evidence);
    await this.recount(tx, before.supplierId, before.id, before, after);
  }

  private async proposeChange(
    tx: Tx,
    supplierId: string,
    before: CertificationEntryRow,
    input: ChangeCertificationDto,
  ): Promise<void> {
    assertAllowed(
      certificateActionRefusal({ state: before.entryState, revokedOn: before.revokedOn }, 'propose'),
    );
    assertAllowed(enterpriseEvidenceRefusal(input.evidenceFileId ?? null));
    assertAllowed(waitingCertificatesRefusal(await waitingCertificates(tx, supplierId)));
    const evidence = await evidenceOf(tx, this.files, input.evidenceFileId);
    const proposed = { ...before, ...withoutUndefined(input) };
    const id = await insertCertification(tx, supplierId, proposed, {
      evidence,
      verified: false,
      replacesId: before.id,
    });
    const supplier = (await supplierById(tx, supplierId)) ?? refuse('NOT_FOUND');
    await this.requests.askForCertification(tx, supplier, id, evidence);
  }

  private async lockedEntry(tx: Tx, address: CertificationAddress): Promise<CertificationEntryRow> {
    await lockForChange(tx, address.supplierId);
    return (await certificationEntry(tx, address.supplierId, address.certificationId)) ?? refuse('NOT_FOUND');
  }

  private async recount(
    tx: Tx,
    supplierId: string,
    certificationId: string,
    before: Parameters<typeof toCertificateFacts>[0] | null,
    after: Parameters<typeof toCertificateFacts>[0] | null,
  ): Promise<void> {
    await askForRecount(tx, this.jobs, { supplierId, certificationId, before, after }, this.clock.today());
  }
}

function assertReaches(actor: Actor, supplierId: string): void {
  const place = { institutionId: null, enterpriseId: supplierId };
  assertAllowed(accessRefusal(actor, 'certification:write', place));
}

/** Who may write the register has seen what he enters; an enterprise speaks for itself, and somebody verifies it. */
function keepsRegister(actor: Actor): boolean {
  return scopeOf(actor, 'supplier:write') === 'all';
}

async function countVersionUp(tx: Tx, supplierId: string): Promise<void> {
  await tx.sql('UPDATE suppliers SET version = version + 1 WHERE id = $1', [supplierId]);
}
