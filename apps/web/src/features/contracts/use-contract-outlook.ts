import { recognise, yearOf, type Recognition } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { countingPoliciesQuery, schemesQuery, useCountingYear } from '../../lib/years';
import { leadSupplierQuery, type Contract } from './api';

/**
 * What the ledger will decide, told beforehand by the same rules.
 * @returns 'no-policy' when the year was not opened; null while it is not known
 */
export function useContractOutlook(
  contract: Contract,
  paymentDate: string | null,
): Recognition | 'no-policy' | null {
  const fiscalYear = yearOf(contract.signedOn);
  const supplierId = contract.parties.find((one) => one.isLead)?.supplierId ?? null;
  const { data: supplier } = useQuery(leadSupplierQuery(supplierId));
  const isPending = [useQuery(countingPoliciesQuery), useQuery(schemesQuery)].some(
    (query) => query.isPending,
  );
  const year = useCountingYear(contract.institutionId, fiscalYear);
  if (isPending || (supplierId !== null && supplier === undefined)) return null;
  if (year === null) return 'no-policy';
  return recognise(
    {
      contractDate: contract.signedOn,
      paymentDate,
      amountKrw: contract.valueKrw,
      supplyValueKrw: contract.supplyValueKrw,
      channel: contract.kind === 'outsourcing' ? 'outsourcing' : 'contract',
      state: 'submitted',
      fiscalYear,
      adjusts: null,
    },
    year.policy,
    supplier?.certifications ?? [],
    year.schemes,
  );
}
