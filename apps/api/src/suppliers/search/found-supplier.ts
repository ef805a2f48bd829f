import {
  certificateStateOn,
  isCertificateValidOn,
  isStale,
  matchesOf,
  MAX_SHOWN_ITEMS,
  type SearchWord,
} from '@ieum/domain';
import { nearReasons, type NearMatch } from './near-matches';
import type { FoundSupplierDto } from './dto/found-suppliers.dto';
import type { FoundSupplierRow } from './found-suppliers.queries';

/** @param day that certificates and freshness are of */
export function toFoundSupplierDto(
  row: FoundSupplierRow,
  words: readonly SearchWord[],
  nearMatches: readonly NearMatch[],
  day: string,
): FoundSupplierDto {
  const items = row.items.slice(0, MAX_SHOWN_ITEMS);
  return {
    id: row.id,
    name: row.name,
    businessNumber: row.businessNumber,
    districtCode: row.districtCode,
    closedOn: row.closedOn,
    certifications: row.certificates
      .filter((certificate) => isCertificateValidOn(certificate, day))
      .map((certificate) => ({
        id: certificate.id,
        type: certificate.type,
        state: certificateStateOn(certificate, day),
        validFrom: certificate.validFrom,
        validUntil: certificate.validUntil,
      })),
    priceMinKrw: row.priceMinKrw,
    priceMaxKrw: row.priceMaxKrw,
    itemCount: row.itemCount,
    purchaseCount: row.purchaseCount,
    buyerCount: row.buyerCount,
    recordAsOf: row.recordAsOf,
    confirmedOn: row.confirmedOn,
    isStale: row.confirmedOn !== null && isStale(row.confirmedOn, day),
    vulnerableEmploymentBp: row.vulnerableEmploymentBp,
    vulnerableEmploymentOn: row.vulnerableEmploymentOn,
    items: items.map(({ id, name, kind, priceKrw, priceIncludesVat, unit }) => ({
      id,
      name,
      kind,
      priceKrw,
      priceIncludesVat,
      unit,
    })),
    matchedBy: [
      ...matchesOf(words, {
        name: row.name,
        normalisedName: row.normalisedName,
        businessNumber: row.businessNumber,
        items: items.map((item) => item.name),
        categories: row.categories,
        business: [row.businessSummary, row.serviceField].filter((text) => text !== null),
      }),
      ...nearReasons(nearMatches, words),
    ],
  };
}
