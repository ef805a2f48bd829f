import { Injectable } from '@nestjs/common';
import {
  certificationRefusal,
  isSyntheticBusinessNumber,
  normaliseCompanyName,
  parseBusinessNumber,
  tidyLine,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { assertAllowed, orRefuse, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import type { ChangeCertificationDto, CreateCertificationDto } from './dto/certification.dto';
import {
  toSupplierDto,
  type ChangeSupplierDto,
  type CreateSupplierDto,
  type SupplierDto,
} from './dto/supplier.dto';
import {
  supplierById,
  suppliersByIds,
  suppliersByNumberOrName,
  toSupplierForCounting,
  type SupplierForCounting,
  type SupplierRow,
} from './suppliers.queries';

/** The register is one for all institutions: reading and writing reach it whole, so the route's permission decides. */
@Injectable()
export class SuppliersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param asOf the day of the certificate states; default today */
  get(actor: Actor, id: string, asOf = this.clock.today()): Promise<SupplierDto> {
    return this.transactions.run(actor, async (tx) => toSupplierDto(await findSupplier(tx, id), asOf));
  }

  create(actor: Actor, input: CreateSupplierDto): Promise<SupplierDto> {
    const name = tidyLine(input.name);
    const businessNumber = readBusinessNumber(input.businessNumber ?? null);
    return this.transactions.runOnce(actor, async (tx) => {
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO suppliers (name, normalised_name, business_number, district_code, closed_on, is_synthetic)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [
          name,
          normaliseCompanyName(name),
          businessNumber,
          input.districtCode ?? null,
          input.closedOn ?? null,
          isSyntheticBusinessNumber(businessNumber),
        ],
      );
      const id = row?.id ?? refuse('NOT_FOUND');
      for (const certification of input.certifications ?? [])
        await insertCertification(tx, id, certification);
      return this.answer(tx, id);
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeSupplierDto): Promise<SupplierDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findSupplier(tx, id);
      const name = input.name === undefined ? before.name : tidyLine(input.name);
      const businessNumber =
        input.businessNumber === undefined ? before.businessNumber : readBusinessNumber(input.businessNumber);
      await tx.updateVersion('suppliers', { id }, version, {
        name,
        normalised_name: normaliseCompanyName(name),
        business_number: businessNumber,
        district_code: input.districtCode === undefined ? before.districtCode : input.districtCode,
        closed_on: input.closedOn === undefined ? before.closedOn : input.closedOn,
        is_synthetic: isSyntheticBusinessNumber(businessNumber),
      });
      return this.answer(tx, id);
    });
  }

  /** Whoever keeps the register has seen the certificate: it is verified by the one who enters it. */
  addCertification(actor: Actor, id: string, input: CreateCertificationDto): Promise<SupplierDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      await findSupplier(tx, id);
      await tx.sql('UPDATE suppliers SET version = version + 1 WHERE id = $1', [id]);
      await insertCertification(tx, id, input);
      return this.answer(tx, id);
    });
  }

  /** @param version of the supplier: its certificates are part of it */
  changeCertification(
    actor: Actor,
    id: string,
    certificationId: string,
    version: number,
    input: ChangeCertificationDto,
  ): Promise<SupplierDto> {
    return this.transactions.run(actor, async (tx) => {
      const supplier = await findSupplier(tx, id);
      const before =
        supplier.certifications.find((certification) => certification.id === certificationId) ??
        refuse('NOT_FOUND');
      const merged = { ...before, ...withoutUndefined(input) };
      const after = {
        ...merged,
        revocationReason: merged.revokedOn === null ? null : merged.revocationReason,
      };
      assertAllowed(certificationRefusal(after));
      await tx.updateVersion('suppliers', { id }, version, {});
      await tx.sql(
        `UPDATE supplier_certifications SET number = $3, issuer = $4, valid_from = $5, valid_until = $6,
           revoked_on = $7, revocation_reason = $8, version = version + 1
         WHERE supplier_id = $1 AND id = $2`,
        [
          id,
          certificationId,
          after.number,
          after.issuer,
          after.validFrom,
          after.validUntil,
          after.revokedOn,
          after.revocationReason,
        ],
      );
      return this.answer(tx, id);
    });
  }

  /** The facts that decide whether a purchase from this supplier counts; refuses with NOT_FOUND. */
  async factsForCounting(tx: Tx, supplierId: string): Promise<SupplierForCounting> {
    return toSupplierForCounting(await findSupplier(tx, supplierId));
  }

  /** The same for many suppliers in one statement; unknown ids are left out. */
  async factsForCountingOf(
    tx: Tx,
    supplierIds: readonly string[],
  ): Promise<ReadonlyMap<string, SupplierForCounting>> {
    const rows = await suppliersByIds(tx, supplierIds);
    return new Map(rows.map((row) => [row.id, toSupplierForCounting(row)]));
  }

  /**
   * Registered suppliers for what a sheet names: by business number (ten digits), or by exactly the same normalised
   * name. Several may share a name; which one is meant is for the caller, or a person, to decide.
   */
  async registeredAs(
    tx: Tx,
    businessNumbers: readonly string[],
    normalisedNames: readonly string[],
  ): Promise<SupplierForCounting[]> {
    return (await suppliersByNumberOrName(tx, businessNumbers, normalisedNames)).map(toSupplierForCounting);
  }

  private async answer(tx: Tx, id: string): Promise<SupplierDto> {
    return toSupplierDto(await findSupplier(tx, id), this.clock.today());
  }
}

async function findSupplier(tx: Tx, id: string): Promise<SupplierRow> {
  return (await supplierById(tx, id)) ?? refuse('NOT_FOUND');
}

async function insertCertification(tx: Tx, supplierId: string, input: CreateCertificationDto): Promise<void> {
  const validUntil = input.validUntil ?? null;
  assertAllowed(
    certificationRefusal({ ...input, validUntil, revokedOn: null, revocationReason: null, verified: true }),
  );
  await tx.sql(
    `INSERT INTO supplier_certifications
       (supplier_id, type, number, issuer, valid_from, valid_until, verified_at, verified_by)
     VALUES ($1, $2, $3, $4, $5, $6, now(), $7)`,
    [
      supplierId,
      input.type,
      input.number ?? null,
      input.issuer ?? null,
      input.validFrom,
      validUntil,
      tx.actor.userId,
    ],
  );
}

function readBusinessNumber(text: string | null): string | null {
  return text === null ? null : orRefuse(parseBusinessNumber(text));
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was sent: undefined would overwrite what stays. */
function withoutUndefined<T extends object>(input: T): Given<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;
}
