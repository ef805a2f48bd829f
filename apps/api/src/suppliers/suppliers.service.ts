import { Injectable } from '@nestjs/common';
import { supplierViewOf, tidyLine } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { FilesService } from '../files/files.service';
import { evidenceOf, insertCertification } from './certifications/certification-writes';
import {
  toSupplierDto,
  type ChangeSupplierDto,
  type CreateSupplierDto,
  type SupplierDto,
} from './dto/supplier.dto';
import { changeSupplierFacts, insertSupplier, lockForChange, tidyFacts } from './supplier-writes';
import {
  supplierById,
  supplierForCounting,
  suppliersByNumberOrName,
  suppliersForCounting,
  toSupplierForCounting,
  type SupplierForCounting,
} from './suppliers.queries';

/** The register is one for all institutions: reading and writing reach it whole, so the route's permission decides. */
@Injectable()
export class SuppliersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FilesService,
  ) {}

  /**
   * The published part for anybody; staff and the enterprise itself see the representative and what waits as well.
   * A merged id is answered by the row that it was merged into.
   * @param asOf the day of the certificate states; default today
   */
  get(actor: Actor, id: string, asOf = this.clock.today()): Promise<SupplierDto> {
    return this.transactions.run(actor, (tx) => this.answer(tx, id, asOf));
  }

  create(actor: Actor, input: CreateSupplierDto): Promise<SupplierDto> {
    const facts = { ...tidyFacts(input), name: tidyLine(input.name) };
    return this.transactions.runOnce(actor, async (tx) => {
      const id = await insertSupplier(tx, facts, this.choiceOf(input));
      for (const certification of input.certifications ?? []) {
        const evidence = await evidenceOf(tx, this.files, certification.evidenceFileId);
        await insertCertification(tx, id, certification, { evidence, verified: true, replacesId: null });
      }
      return this.answer(tx, id);
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeSupplierDto): Promise<SupplierDto> {
    const facts = tidyFacts(input);
    return this.transactions.run(actor, async (tx) => {
      const before = await lockForChange(tx, id);
      await changeSupplierFacts(tx, before, version, facts, this.choiceOf(input));
      return this.answer(tx, id);
    });
  }

  /** The supplier as the transaction's actor may see it; refuses with NOT_FOUND. */
  async answer(tx: Tx, id: string, asOf = this.clock.today()): Promise<SupplierDto> {
    const row = (await supplierById(tx, id)) ?? refuse('NOT_FOUND');
    return toSupplierDto(row, asOf, supplierViewOf(tx.actor, row.id));
  }

  /** The facts that decide whether a purchase from this supplier counts; refuses with NOT_FOUND. */
  async factsForCounting(tx: Tx, supplierId: string): Promise<SupplierForCounting> {
    return toSupplierForCounting((await supplierForCounting(tx, supplierId)) ?? refuse('NOT_FOUND'));
  }

  /**
   * The same for many suppliers in one statement, by the id that was asked for (of a merged row, the facts are those of
   * the row that it was merged into); unknown ids are left out.
   */
  async factsForCountingOf(
    tx: Tx,
    supplierIds: readonly string[],
  ): Promise<ReadonlyMap<string, SupplierForCounting>> {
    const rows = await suppliersForCounting(tx, supplierIds);
    return new Map(rows.map((row) => [row.askedId, toSupplierForCounting(row)]));
  }

  /**
   * Registered suppliers for what a sheet names: by business number (ten digits), or by exactly the same normalised
   * name. Several may share a name; which one is meant is for the caller, or a person, to decide. What was asked under the
   * number or the name of a merged row comes with that number and name, and the facts of the row that it was merged into.
   */
  async registeredAs(
    tx: Tx,
    businessNumbers: readonly string[],
    normalisedNames: readonly string[],
  ): Promise<SupplierForCounting[]> {
    const rows = await suppliersByNumberOrName(tx, businessNumbers, normalisedNames);
    const own = rows.map(toSupplierForCounting);
    const merged = rows.flatMap((row) =>
      row.aliases
        .filter(
          ({ businessNumber, normalisedName }) =>
            (businessNumber !== null && businessNumbers.includes(businessNumber)) ||
            normalisedNames.includes(normalisedName),
        )
        .map((alias) => ({ ...toSupplierForCounting(row), ...alias })),
    );
    return [...own, ...merged];
  }

  private choiceOf(input: Pick<ChangeSupplierDto, 'confirmSameName'>) {
    return { now: this.clock.now(), sameNameConfirmed: input.confirmSameName === true };
  }
}
