import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  certificateActionRefusal,
  normaliseCompanyName,
  numberPartOf,
  verificationRefusal,
  type VerificationSubject,
  factsIn,
  pickFacts,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService, type OpenedFile } from '../../files/files.service';
import { JobsService } from '../../jobs/jobs.service';
import { NoticesService } from '../../notices/notices.service';
import { UsersService } from '../../users/users.service';
import { certificationEntry, type CertificationEntryRow } from '../certifications/certification.queries';
import { askForRecount } from '../certifications/recount-requests';
import { changeSupplierFacts, lockForChange, tidyFacts } from '../supplier-writes';
import type { SupplierRow } from '../suppliers.queries';
import {
  toVerificationDto,
  type ListVerificationsQuery,
  type RefuseVerificationDto,
  type VerificationDto,
  type VerificationPageDto,
  type VerifyDto,
} from './dto/verification.dto';
import {
  pendingCount,
  searchVerifications,
  verificationById,
  type VerificationRow,
} from './verification.queries';

/** Where an enterprise sees what became of its requests. */
const LINK_OF: Readonly<Record<VerificationSubject, string>> = {
  facts: '/enterprise',
  certification: '/enterprise/certificates',
  claim: '/enterprise',
};

/** The queue of what enterprises say: all who may verify see all of it, whichever district it is of. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly jobs: JobsService,
    private readonly notices: NoticesService,
    private readonly users: UsersService,
  ) {}

  list(actor: Actor, query: ListVerificationsQuery): Promise<VerificationPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [null];
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchVerifications(tx, {
        states: query.state ?? ['pending'],
        subjects: query.subject ?? null,
        namePart: query.q === undefined ? null : normaliseCompanyName(query.q),
        numberPart: numberPartOf(query.q ?? ''),
        after: after === null ? null : String(after),
        limit: limit + 1,
      });
      const page = pageOf(rows, limit, (row) => [row.id]);
      const today = this.clock.today();
      const items = page.items.map((row) => toVerificationDto(row, today));
      return { ...page, items, pendingCount: await pendingCount(tx) };
    });
  }

  get(actor: Actor, id: string): Promise<VerificationDto> {
    return this.transactions.run(actor, (tx) => this.answer(tx, id));
  }

  /** What was said becomes what stands, in the same transaction. */
  async verify(actor: Actor, id: string, version: number, input: VerifyDto): Promise<VerificationDto> {
    const answer = await this.transactions.run(actor, async (tx) => {
      const { row, supplier } = await this.lockForDecision(tx, id);
      // A certificate is the survivor's after a merge; facts and claims spoke of the row that is only a signpost now.
      if (row.subject !== 'certification' && row.survivorId !== row.supplierId)
        refuse('SUPPLIER_MERGED', { supplierId: row.survivorId });
      assertAllowed(verificationRefusal(row.state, 'verified', null));
      if (input.supplierVersion !== undefined && input.supplierVersion !== supplier.version)
        refuse('VERSION_STALE');
      await this.decide(tx, row, version, 'verified', input.note?.trim() ?? null);
      if (row.subject === 'facts') await this.applyFacts(tx, row, supplier, input.confirmSameName === true);
      if (row.subject === 'certification') await this.applyCertification(tx, row);
      if (row.subject === 'claim') await this.users.bindAccount(tx, row.requestedBy, row.supplierId);
      return this.answer(tx, id);
    });
    // Whoever claimed it works for the enterprise with the next request, not with the next log-in.
    if (answer.subject === 'claim') this.users.sessionsChanged();
    return answer;
  }

  refuse(actor: Actor, id: string, version: number, input: RefuseVerificationDto): Promise<VerificationDto> {
    const reason = input.reason.trim();
    return this.transactions.run(actor, async (tx) => {
      const { row } = await this.lockForDecision(tx, id);
      assertAllowed(verificationRefusal(row.state, 'refused', reason));
      await this.decide(tx, row, version, 'refused', reason);
      if (row.certificationId !== null)
        await endCertification(tx, row.survivorId, row.certificationId, 'refused', reason);
      return this.answer(tx, id);
    });
  }

  /** By the enterprise that asked; a claim by the account that made it. Somebody else's is NOT_FOUND. */
  withdraw(actor: Actor, id: string, version: number): Promise<VerificationDto> {
    return this.transactions.run(actor, async (tx) => {
      const asked = await verificationById(tx, id);
      assertIsOwn(actor, asked);
      // As whoever decides: the supplier first. The other way round both would wait for each other.
      if (asked.certificationId !== null) await lockForChange(tx, asked.survivorId);
      const row = await lockedVerification(tx, id);
      assertAllowed(verificationRefusal(row.state, 'withdrawn', null));
      await tx.updateVersion('supplier_verifications', { id }, version, { state: 'withdrawn' });
      if (row.certificationId !== null)
        await endCertification(tx, row.survivorId, row.certificationId, 'withdrawn', null);
      return this.answer(tx, id);
    });
  }

  /** For who keeps the register, and for who asked; everybody else is told NOT_FOUND. */
  async evidence(actor: Actor, id: string): Promise<OpenedFile & { supplierId: string }> {
    const row = await this.transactions.run(actor, (tx) => verificationById(tx, id));
    if (actor.role === 'enterprise') assertIsOwn(actor, row);
    const file = await this.files.openGranted(actor.requestId, row.evidenceFileId ?? refuse('NOT_FOUND'));
    return { ...file, supplierId: row.supplierId };
  }

  private async answer(tx: Tx, id: string): Promise<VerificationDto> {
    return toVerificationDto(await verificationById(tx, id), this.clock.today());
  }

  /** The supplier first, as everybody who changes it does: two orders would wait for each other. */
  private async lockForDecision(
    tx: Tx,
    id: string,
  ): Promise<{ row: VerificationRow; supplier: SupplierRow }> {
    const { survivorId } = await verificationById(tx, id);
    const supplier = await lockForChange(tx, survivorId);
    return { row: await lockedVerification(tx, id), supplier };
  }

  private async decide(
    tx: Tx,
    row: VerificationRow,
    version: number,
    decision: 'verified' | 'refused',
    reason: string | null,
  ): Promise<void> {
    await tx.updateVersion('supplier_verifications', { id: row.id }, version, {
      state: decision,
      decided_by: tx.actor.userId,
      decided_at: this.clock.now(),
      reason,
      standing: JSON.stringify(pickFacts(row.standingNow, factsIn(row.proposed))),
    });
    // Somebody who claimed an enterprise in vain is none of its people, and they need not hear of it.
    if (row.subject === 'claim' && decision === 'refused') return;
    await this.notices.publish(tx, {
      kind: 'verification_decided',
      audience: 'enterprise',
      supplierId: row.supplierId,
      params: { subject: row.subject, decision, reason },
      link: LINK_OF[row.subject],
    });
  }

  private async applyFacts(
    tx: Tx,
    row: VerificationRow,
    supplier: SupplierRow,
    sameNameConfirmed: boolean,
  ): Promise<void> {
    const choice = { now: this.clock.now(), sameNameConfirmed };
    await changeSupplierFacts(tx, supplier, supplier.version, tidyFacts(row.proposed), choice);
  }

  private async applyCertification(tx: Tx, row: VerificationRow): Promise<void> {
    const supplierId = row.survivorId;
    const waiting = await entryOf(tx, supplierId, row.certificationId);
    assertAllowed(certificateActionRefusal({ state: waiting.entryState, revokedOn: null }, 'verify'));
    const replaced = waiting.replacesId === null ? null : await entryOf(tx, supplierId, waiting.replacesId);
    if (replaced !== null) {
      // Revoked meanwhile, it would come to life again by a change that knew nothing of it.
      assertAllowed(
        certificateActionRefusal({ state: replaced.entryState, revokedOn: replaced.revokedOn }, 'propose'),
      );
      await tx.sql(
        'UPDATE supplier_certifications SET replaced_at = now(), version = version + 1 WHERE id = $1',
        [replaced.id],
      );
    }
    await tx.sql(
      `UPDATE supplier_certifications SET verified_at = now(), verified_by = $2, version = version + 1 WHERE id = $1`,
      [waiting.id, tx.actor.userId],
    );
    await tx.sql('UPDATE suppliers SET version = version + 1 WHERE id = $1', [supplierId]);
    const after = { ...waiting, verified: true };
    const change = { supplierId, certificationId: waiting.id, before: replaced, after };
    await askForRecount(tx, this.jobs, change, this.clock.today());
  }
}

function assertIsOwn(actor: Actor, row: VerificationRow): void {
  if (row.requestedBy === actor.userId) return;
  const place = { institutionId: null, enterpriseId: row.subject === 'claim' ? null : row.supplierId };
  assertAllowed(accessRefusal(actor, 'company:write', place));
}

async function lockedVerification(tx: Tx, id: string): Promise<VerificationRow> {
  await tx.sql('SELECT 1 FROM supplier_verifications WHERE id = $1 FOR UPDATE', [id]);
  return verificationById(tx, id);
}

async function entryOf(tx: Tx, supplierId: string, id: string | null): Promise<CertificationEntryRow> {
  return (await certificationEntry(tx, supplierId, id ?? refuse('NOT_FOUND'))) ?? refuse('NOT_FOUND');
}

/** A certificate that waited ends without having stood. */
async function endCertification(
  tx: Tx,
  supplierId: string,
  id: string,
  end: 'refused' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await tx.sql(
    `UPDATE supplier_certifications SET ${end}_at = now(), refusal_reason = $2, version = version + 1 WHERE id = $1`,
    [id, reason],
  );
  await tx.sql('UPDATE suppliers SET version = version + 1 WHERE id = $1', [supplierId]);
}
