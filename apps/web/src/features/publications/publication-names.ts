import { useMessages } from '../../lib/language';
import type { PublicationSummary } from './api';
import { publicationMessages } from './messages';

/** "2016년 강북구 사회적경제기업 제품" and "1분기까지", in the reader's language. */
export function usePublicationNames() {
  const t = useMessages(publicationMessages);
  return {
    nameOf: (one: PublicationSummary) =>
      t('nameOf', {
        year: String(one.fiscalYear),
        institution: one.institutionName ?? t('districts'),
        scheme: one.schemeName ?? one.schemeCode,
      }),
    periodOf: ({ quarter }: Pick<PublicationSummary, 'quarter'>) =>
      quarter === null ? t('interim') : t('quarterName', { quarter }),
  };
}
