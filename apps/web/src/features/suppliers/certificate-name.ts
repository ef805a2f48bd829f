import { CERTIFICATION_TYPES } from '@ieum/domain';
import { useCallback } from 'react';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';

/** The name of a certificate type; a type that this release has no word for shows its code. */
export function useCertificateName(): (type: string) => string {
  const word = useMessages(purchaseWords);
  return useCallback(
    (type) => {
      const known = CERTIFICATION_TYPES.find((one) => one === type);
      return known === undefined ? type : word(`certificate_${known}`);
    },
    [word],
  );
}
