import { useState } from 'react';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { compareLink, MAX_COMPARED } from '../../lib/compare-choice';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import type { ShortlistDetail } from '../../lib/shortlist-queries';
import { changeEntry, removeEntry, type ShortlistEntry } from './api';
import { EntryNoteDialog } from './entry-note-dialog';
import { shortlistMessages } from './messages';
import { useEntryColumns } from './use-entry-columns';
import type { useShortlistChange } from './use-shortlist-change';

interface ShortlistEntriesProps {
  readonly list: ShortlistDetail;
  readonly change: ReturnType<typeof useShortlistChange>;
}

export function ShortlistEntries({ list, change }: ShortlistEntriesProps) {
  const t = useMessages(shortlistMessages);
  const { language } = useLanguage();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [noting, setNoting] = useState<ShortlistEntry | null>(null);
  const { entries } = list;
  const suppliers = [...new Set(entries.map((one) => one.supplierId))];
  // A short list is compared whole; of a longer one somebody chooses.
  const still = ticked.filter((id) => suppliers.includes(id));
  const compared = still.length === 0 && suppliers.length <= MAX_COMPARED ? suppliers : still;

  const move = (entry: ShortlistEntry, position: number) =>
    void change.run(() => changeEntry(list, entry.id, { position }), null);
  const columns = useEntryColumns({
    entries,
    readOnly: list.archived,
    isTicked: (id) => ticked.includes(id),
    isFull: still.length >= MAX_COMPARED,
    onTick: (id) =>
      setTicked((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id])),
    onNote: setNoting,
    onMove: move,
    onRemove: (entry) =>
      void change.run(
        () => removeEntry(list, entry.id),
        t('removed', { name: entry.item?.name ?? entry.supplierName }),
      ),
  });
  return (
    <div className="panel">
      <DataTable
        name="shortlist-entries"
        caption={`${t('entriesTitle')} (${t('asOf', { day: showDay(list.asOf, language) })})`}
        columns={columns}
        rows={entries}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.closed ? 'danger' : row.certified ? undefined : 'warning')}
        tools={
          compared.length > 1 ? (
            <LinkButton variant="secondary" size="small" to={compareLink(compared)}>
              {t('compare')}
            </LinkButton>
          ) : (
            <>
              <span className="field__hint">{t('compareHint')}</span>
              <Button variant="secondary" size="small" disabled>
                {t('compare')}
              </Button>
            </>
          )
        }
        empty={
          <EmptyState
            icon="bookmark"
            title={t('entriesEmpty')}
            text={t('emptyText')}
            action={<LinkButton to="/suppliers">{t('find')}</LinkButton>}
          />
        }
      />
      {noting !== null && <EntryNoteDialog list={list} entry={noting} onClose={() => setNoting(null)} />}
    </div>
  );
}
