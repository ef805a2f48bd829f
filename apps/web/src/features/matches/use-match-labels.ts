import { useMessages } from '../../lib/language';
import { matchMessages } from './messages';

/** The names of the form's fields, for its summary of what is wrong. */
export function useMatchLabels() {
  const t = useMessages(matchMessages);
  return {
    institutionId: t('institution'),
    departmentId: t('department'),
    title: t('titleField'),
    estimatedValueKrw: t('estimatedValue'),
    identifiedOn: t('identifiedOn'),
    classificationCode: t('classification'),
    note: t('note'),
  };
}
