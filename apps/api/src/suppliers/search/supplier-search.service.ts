import { Injectable } from '@nestjs/common';
import { isCertificateValidOn, normaliseCompanyName } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { Transactions } from '../../database/transactions';
import { toCertificationDto } from '../dto/certification.dto';
import { searchSuppliers, type SupplierRow } from '../suppliers.queries';
import type { FoundSupplierDto, FoundSuppliersDto } from './dto/found-suppliers.dto';
import type { SearchSuppliersQuery } from './dto/search-suppliers.query';

/** Digits from which a search looks at business numbers as well: fewer would match nearly everybody. */
const MIN_NUMBER_PART = 3;

/** The public search: everything in it may be read by anybody. */
@Injectable()
export class SupplierSearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  search(actor: Actor, query: SearchSuppliersQuery): Promise<FoundSuppliersDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [];
    const digits = (query.q ?? '').normalize('NFKC').replace(/[\s-]/gu, '');
    const asOf = query.asOf ?? query.certifiedOn ?? this.clock.today();
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchSuppliers(tx, {
        namePart: query.q === undefined ? null : normaliseCompanyName(query.q),
        numberPart: /^\d+$/.test(digits) && digits.length >= MIN_NUMBER_PART ? digits : null,
        after: name === undefined ? null : [String(name), String(id)],
        limit: limit + 1,
      });
      const page = pageOf(rows, limit, (row) => [row.normalisedName, row.id]);
      return {
        items: page.items.map((row) => toFound(row, asOf)),
        nextCursor: page.nextCursor,
        total: page.items.length,
        totalIsExact: page.nextCursor === null && query.cursor === undefined,
        facets: { district: [], certification: [], category: [], kind: [] },
        facetsAreExact: false,
        nearMatches: [],
        asOf,
      };
    });
  }
}

function toFound(row: SupplierRow, asOf: string): FoundSupplierDto {
  return {
    id: row.id,
    name: row.name,
    businessNumber: row.businessNumber,
    districtCode: row.districtCode,
    closedOn: row.closedOn,
    certifications: row.certifications
      .filter((certificate) => isCertificateValidOn(certificate, asOf))
      .map((certificate) => toCertificationDto(certificate, asOf))
      .map(({ id, type, state, validFrom, validUntil }) => ({ id, type, state, validFrom, validUntil })),
    priceMinKrw: null,
    priceMaxKrw: null,
    itemCount: 0,
    purchaseCount: 0,
    buyerCount: 0,
    recordAsOf: null,
    confirmedOn: null,
    isStale: false,
    vulnerableEmploymentBp: null,
    vulnerableEmploymentOn: null,
    items: [],
    matchedBy: [],
  };
}
