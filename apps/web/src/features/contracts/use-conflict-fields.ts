import { PROCUREMENT_METHODS, PURCHASE_KINDS } from '@ieum/domain';
import type { ConflictField } from '../../components/version-conflict';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import type { Contract } from './api';
import { valuesOf, type ContractValues } from './contract-values';
import { contractMessages } from './messages';

/** Both versions, field by field, in words. */
export function useConflictFields(mine: ContractValues, saved: Contract | null): readonly ConflictField[] {
  const t = useMessages(contractMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  if (saved === null) return [];
  const shown = (values: ContractValues): readonly (readonly [string, string])[] => {
    const kind = PURCHASE_KINDS.find((one) => one === values.kind);
    const method = PROCUREMENT_METHODS.find((one) => one === values.method);
    return [
      [t('item'), values.item],
      [t('kind'), kind === undefined ? '' : word(`kind_${kind}`)],
      [t('signedOn'), showDay(values.signedOn, language)],
      [t('value'), showKrw(values.valueKrw)],
      [t('supplyValue'), showKrw(values.supplyValueKrw)],
      [t('method'), method === undefined ? t('methodNone') : word(`method_${method}`)],
      [t('number'), values.contractNumber],
      [t('parties'), values.parties.map((one) => `${one.supplierName} ${showKrw(one.shareKrw)}`).join(', ')],
      [t('note'), values.note],
    ];
  };
  const theirs = shown(valuesOf(saved));
  return shown(mine).map(([label, text], index) => {
    const their = theirs[index]?.[1] ?? '';
    return { label, mine: text || '–', theirs: their || '–', differs: text !== their };
  });
}
