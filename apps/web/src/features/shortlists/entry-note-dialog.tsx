import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useMessages } from '../../lib/language';
import type { ShortlistDetail } from '../../lib/shortlist-queries';
import { changeEntry, type ShortlistEntry } from './api';
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
  const [note, setNote] = useState(entry.note ?? '');
  const confirm = async () => {
    const tidy = note.trim().normalize('NFC');
    const change = { note: tidy === '' ? null : tidy };
    if (await run(() => changeEntry(list, entry.id, change), t('noteSaved'))) onClose();
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
