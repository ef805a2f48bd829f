import { Injectable } from '@nestjs/common';
import {
  factsIn,
  OWN_WORDS,
  pickFacts,
  proposedFacts,
  vulnerableEmploymentRefusal,
  VERIFIED_FACTS,
  type FactValues,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService } from '../../files/files.service';
import { evidenceOf, type Evidence } from '../certifications/certification-writes';
import { changeSupplierFacts, lockForChange, tidyFacts, type FactsGiven } from '../supplier-writes';
import { numberHolder, type SupplierRow } from '../suppliers.queries';
import { SuppliersService } from '../suppliers.service';
import type { ChangeCompanyDto, CompanyDto } from './dto/company.dto';
import { toVerificationDto } from './dto/verification.dto';
import { VerificationRequests } from './verification-requests';
import { latestVerificationsOf, lockedProposal, type VerificationRow } from './verification.queries';

@Injectable()
export class CompanyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly suppliers: SuppliersService,
    private readonly requests: VerificationRequests,
  ) {}

  get(actor: Actor): Promise<CompanyDto> {
    const supplierId = actor.enterpriseId ?? refuse('ENTERPRISE_REQUIRED');
    return this.transactions.run(actor, (tx) => this.answer(tx, supplierId));
  }

  change(actor: Actor, version: number, input: ChangeCompanyDto): Promise<CompanyDto> {
    const supplierId = actor.enterpriseId ?? refuse('ENTERPRISE_REQUIRED');
    const given = tidyFacts(input);
    return this.transactions.run(actor, async (tx) => {
      const before = await lockForChange(tx, supplierId);
      if (before.version !== version) refuse('VERSION_STALE');
      const free = freeChanges(before, given);
      const proposed = await this.propose(tx, before, given, input);
      const isFree = Object.keys(free).length > 0;
      if (!isFree && !proposed) refuse('NOTHING_CHANGED');
      if (isFree)
        await changeSupplierFacts(tx, before, version, free, {
          now: this.clock.now(),
          sameNameConfirmed: true,
        });
      return this.answer(tx, supplierId);
    });
  }

  /** @returns whether anything was proposed, changed in the proposal that waits, or taken out of it */
  private async propose(
    tx: Tx,
    before: SupplierRow,
    given: FactsGiven,
    input: ChangeCompanyDto,
  ): Promise<boolean> {
    const asked = factsOf(given);
    const pending = await lockedProposal(tx, before.id);
    const proposed = proposedFacts(factsOf(before), { ...pending?.proposed, ...asked });
    const isOther = !isSame(proposed, pending?.proposed ?? {});
    const isMore = pending !== undefined && (isGiven(input.evidenceFileId) || isGiven(input.note));
    if (!isOther && !isMore) return false;
    if (Object.keys(proposed).length === 0) {
      if (pending === undefined) return false;
      await tx.updateVersion('supplier_verifications', { id: pending.id }, pending.version, {
        state: 'withdrawn',
      });
      return true;
    }
    await this.assertMayBeProposed(tx, before, proposed);
    const evidence = await evidenceOf(tx, this.files, input.evidenceFileId);
    const proposal = { proposed, standing: pickFacts(before, factsIn(proposed)), evidence };
    if (pending === undefined)
      await this.requests.askForFacts(tx, before, { ...proposal, note: input.note ?? null });
    else await this.rewrite(tx, pending, proposal, input.note);
    return true;
  }

  /** The proposal that waits takes the new values in; whoever had it open decides on another one (412). */
  private async rewrite(
    tx: Tx,
    pending: VerificationRow,
    proposal: { proposed: FactValues; standing: FactValues; evidence: Evidence | null },
    note: string | null | undefined,
  ): Promise<void> {
    const { proposed, standing, evidence } = proposal;
    await tx.updateVersion('supplier_verifications', { id: pending.id }, pending.version, {
      proposed: JSON.stringify(proposed),
      standing: JSON.stringify(standing),
      requested_by: tx.actor.userId,
      requested_at: this.clock.now(),
      ...(evidence === null ? {} : { evidence_file_id: evidence.id, evidence_name: evidence.name }),
      ...(note === undefined ? {} : { note }),
    });
  }

  /** What could not be verified anyway is said at once, not by a manager days later. */
  private async assertMayBeProposed(tx: Tx, before: SupplierRow, proposed: FactValues): Promise<void> {
    const after = { ...before, ...tidyFacts(proposed) };
    assertAllowed(
      vulnerableEmploymentRefusal(
        after.vulnerableEmploymentBp,
        after.vulnerableEmploymentOn,
        this.clock.today(),
      ),
    );
    if (after.businessNumber === null || after.businessNumber === before.businessNumber) return;
    const holder = await numberHolder(tx, after.businessNumber, before.id);
    if (holder !== undefined) refuse('BUSINESS_NUMBER_TAKEN', { supplierId: holder.id, name: holder.name });
  }

  private async answer(tx: Tx, supplierId: string): Promise<CompanyDto> {
    const supplier = await this.suppliers.answer(tx, supplierId);
    const today = this.clock.today();
    const rows = await latestVerificationsOf(tx, supplierId);
    const verifications = rows.map((row) => toVerificationDto(row, today));
    const pending = verifications.find(({ subject, state }) => subject === 'facts' && state === 'pending');
    return { supplier, pending: pending ?? null, verifications, version: supplier.version };
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function freeChanges(before: SupplierRow, given: FactsGiven): FactsGiven {
  const changed = OWN_WORDS.filter((fact) => given[fact] !== undefined && given[fact] !== before[fact]);
  return Object.fromEntries(changed.map((fact) => [fact, given[fact] ?? null]));
}

/** Of what was given, the facts that have to be verified. */
function factsOf(given: FactsGiven): FactValues {
  return pickFacts(
    given,
    VERIFIED_FACTS.filter((fact) => given[fact] !== undefined),
  );
}

function isSame(a: FactValues, b: FactValues): boolean {
  return VERIFIED_FACTS.every((fact) => a[fact] === b[fact]);
}
