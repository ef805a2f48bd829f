import { FactList } from '../../components/fact-list';
import { TextOrLink } from '../../components/text-or-link';
import { showInstant } from '../../lib/date-format';
import { importWords } from '../../lib/import-messages';
import { useLanguage, useMessages } from '../../lib/language';
import type { SupplierImport } from './api';
import { listMessages } from './messages';

/** Whose list it is, of which day, and who did what with it: the proof of what it wrote. */
export function ListManifest({ one }: { readonly one: SupplierImport }) {
  const t = useMessages(listMessages);
  const word = useMessages(importWords);
  const { language } = useLanguage();
  const by = (at: string | null, name: string | null) =>
    at === null ? null : t('by', { at: showInstant(at, language), name: name ?? '' });
  return (
    <section className="panel stack">
      <h2>{t('manifest')}</h2>
      <FactList
        facts={[
          { label: t('sourceName'), value: one.sourceName },
          { label: t('asOf'), value: one.asOf },
          { label: t('rowsFound'), value: String(one.rowsFound) },
          { label: t('sha256'), value: <span className="list-manifest__hash">{one.sha256}</span> },
          { label: t('createdAt'), value: by(one.createdAt, one.createdByName) },
          { label: t('appliedAt'), value: by(one.appliedAt, one.appliedByName) },
          { label: word('state_undone'), value: by(one.undoneAt, one.undoneByName) },
          {
            label: t('supersededBy'),
            value:
              one.supersededById === null ? null : (
                <TextOrLink to={`/supplier-imports/${one.supersededById}`}>{t('superseded')}</TextOrLink>
              ),
          },
        ]}
      />
    </section>
  );
}
