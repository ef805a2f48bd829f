import { useSession } from '../../lib/session';

/** The addresses of one supplier's catalogue: short ones for the own enterprise, those of the register for its keepers. */
export interface CataloguePlace {
  readonly isOwn: boolean;
  readonly list: string;
  readonly create: string;
  readonly item: (id: string) => string;
}

export function useCataloguePlace(supplierId: string): CataloguePlace {
  const isOwn = useSession().user?.enterpriseId === supplierId;
  return isOwn
    ? {
        isOwn,
        list: '/enterprise/catalogue',
        create: '/enterprise/catalogue/new',
        item: (id) => `/enterprise/catalogue/${id}`,
      }
    : {
        isOwn,
        list: `/suppliers/${supplierId}/catalogue`,
        create: `/suppliers/${supplierId}/catalogue/new`,
        item: (id) => `/catalogue-items/${id}`,
      };
}
