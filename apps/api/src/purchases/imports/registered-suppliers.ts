import { isRefusal, normaliseCompanyName, parseBusinessNumber, type WrittenSupplier } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { SuppliersService } from '../../suppliers/suppliers.service';
import type { SupplierOfPurchase } from '../purchase-facts.service';

/** Beyond so many different suppliers the memory of one import starts anew. */
const MAX_REMEMBERED = 20_000;

/**
 * Which registered supplier a sheet means: the one with the number; else the only one of that normalised name, unless
 * both carry numbers that differ. What is not found, or not sure, stays as written.
 */
export class RegisteredSuppliers {
  private readonly found = new Map<string, SupplierOfPurchase | null>();

  constructor(private readonly register: SuppliersService) {}

  /** Looks up a portion of the sheet in one statement. */
  async load(tx: Tx, written: readonly WrittenSupplier[]): Promise<void> {
    if (this.found.size > MAX_REMEMBERED) this.found.clear();
    const unknown = written.filter((one) => !this.found.has(keyOf(one)));
    if (unknown.length === 0) return;
    const numbers = unknown.flatMap((one) => numberOf(one) ?? []);
    const names = unknown.map((one) => normaliseCompanyName(one.supplierName));
    const registered = await this.register.registeredAs(tx, [...new Set(numbers)], [...new Set(names)]);
    for (const one of unknown) this.found.set(keyOf(one), meant(one, registered));
  }

  of(written: WrittenSupplier): SupplierOfPurchase | null {
    return this.found.get(keyOf(written)) ?? null;
  }
}

type Registered = SupplierOfPurchase & { readonly normalisedName: string };

function meant(written: WrittenSupplier, registered: readonly Registered[]): SupplierOfPurchase | null {
  const number = numberOf(written);
  const byNumber = number === null ? undefined : registered.find((one) => one.businessNumber === number);
  if (byNumber !== undefined) return byNumber;
  const name = normaliseCompanyName(written.supplierName);
  const namesakes = registered.filter(
    (one) => one.normalisedName === name && (number === null || one.businessNumber === null),
  );
  // A merged row and the one that stands for it are one.
  return new Set(namesakes.map((one) => one.id)).size === 1 ? (namesakes[0] ?? null) : null;
}

function numberOf({ businessNumber }: WrittenSupplier): string | null {
  const digits = businessNumber === null ? null : parseBusinessNumber(businessNumber);
  return isRefusal(digits) ? null : digits;
}

function keyOf(written: WrittenSupplier): string {
  return `${numberOf(written) ?? ''}|${normaliseCompanyName(written.supplierName)}`;
}
