import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useMessages } from '../../lib/language';
import type { ShortlistDetail } from '../../lib/shortlist-queries';
import { changeEntry, shortlistQuery, type ReadShortlist, type ShortlistEntry } from './api';
import { shortlistMessages } from './messages';
import { useShortlistChange } from './use-shortlist-change';

interface EntryNoteDialogProps {
  readonly list: ShortlistDetail;
  readonly entry: ShortlistEntry;
  readonly onClose: () => void;
}

export function EntryNoteDialog({ list, entry, onClose }: EntryNoteDialogProps) {
  const t = useMessages(shortlistMessages);
  const { busy, fault, run } = useShortlistChange();
  const client = useQueryClient();
  // The version of what is on the screen: a list that is read anew meanwhile must not be overwritten unseen.
  const [read, setRead] = useState<ReadShortlist>(list);
  const [note, setNote] = useState(entry.note ?? '');
  const confirm = async () => {
    const tidy = note.trim().normalize('NFC');
    const change = { note: tidy === '' ? null : tidy };
    if (await run(() => changeEntry(read, entry.id, change), t('noteSaved'))) onClose();
    else setRead(client.getQueryData(shortlistQuery(list.id).queryKey) ?? read);
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      title={t('noteOf', { name: entry.item?.name ?? entry.supplierName })}
      confirmLabel={t('save')}
      busy={busy}
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <TextArea
          label={t('note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
