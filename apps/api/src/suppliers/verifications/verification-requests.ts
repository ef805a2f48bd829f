import { Injectable } from '@nestjs/common';
import type { FactValues, VerificationSubject } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { NoticesService, type NewNotice } from '../../notices/notices.service';
import type { Evidence } from '../certifications/certification-writes';

/** Of whom something is asked to be verified. */
interface AskingSupplier {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string | null;
}

interface FactsProposal {
  readonly proposed: FactValues;
  readonly standing: FactValues;
  readonly evidence: Evidence | null;
  readonly note: string | null;
}

/** Puts what an enterprise says on the queue, and tells those who decide. */
@Injectable()
export class VerificationRequests {
  constructor(private readonly notices: NoticesService) {}

  async askForCertification(
    tx: Tx,
    supplier: AskingSupplier,
    certificationId: string,
    evidence: Evidence | null,
  ): Promise<void> {
    await tx.sql(
      `INSERT INTO supplier_verifications
         (supplier_id, subject, certification_id, evidence_file_id, evidence_name, requested_by)
       VALUES ($1, 'certification', $2, $3, $4, $5)`,
      [supplier.id, certificationId, evidence?.id ?? null, evidence?.name ?? null, tx.actor.userId],
    );
    await this.announce(tx, supplier, 'certification');
  }

  async askForFacts(tx: Tx, supplier: AskingSupplier, proposal: FactsProposal): Promise<void> {
    const { proposed, standing, evidence, note } = proposal;
    await tx.sql(
      `INSERT INTO supplier_verifications
         (supplier_id, subject, proposed, standing, evidence_file_id, evidence_name, note, requested_by)
       VALUES ($1, 'facts', $2, $3, $4, $5, $6, $7)`,
      [
        supplier.id,
        JSON.stringify(proposed),
        JSON.stringify(standing),
        evidence?.id ?? null,
        evidence?.name ?? null,
        note,
        tx.actor.userId,
      ],
    );
    await this.announce(tx, supplier, 'facts');
  }

  /** What waits was changed: whoever has it open and decides is told that it is another one (412). */
  async touch(
    tx: Tx,
    id: string,
    evidence: { id: string | null; name: string | null } | null,
  ): Promise<void> {
    await tx.sql(
      `UPDATE supplier_verifications SET evidence_file_id = $2, evidence_name = $3, version = version + 1 WHERE id = $1`,
      [id, evidence?.id ?? null, evidence?.name ?? null],
    );
  }

  /** To the managers of the supplier's district; without one that Ieum knows, to the centre's administrators. */
  async announce(tx: Tx, supplier: AskingSupplier, subject: VerificationSubject): Promise<void> {
    const districts =
      supplier.districtCode === null
        ? []
        : await tx.sql<{ id: string }>('SELECT id FROM institutions WHERE administrative_code = $1', [
            supplier.districtCode,
          ]);
    const said = {
      kind: 'verification_requested',
      params: { supplierName: supplier.name, subject },
      link: '/supplier-verifications',
    } as const;
    const notices = districts.map(({ id }): NewNotice => ({
      ...said,
      audience: 'manager',
      institutionId: id,
      departmentId: null,
    }));
    await this.notices.publish(
      tx,
      ...(notices.length > 0 ? notices : [{ ...said, audience: 'admin' } as const]),
    );
  }
}
