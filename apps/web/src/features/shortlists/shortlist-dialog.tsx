import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { createShortlist, SHORTLISTS_KEY, type ShortlistDetail } from '../../lib/shortlist-queries';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { changeShortlist, shortlistQuery } from './api';
import { shortlistMessages } from './messages';

interface ShortlistDialogProps {
  /** null = a new one */
  readonly list: ShortlistDetail | null;
  readonly onClose: () => void;
  readonly onSaved: (list: ShortlistDetail) => void;
}

/** Name and purpose of a list. */
export function ShortlistDialog({ list, onClose, onSaved }: ShortlistDialogProps) {
  const t = useMessages(shortlistMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  // The version of what is on the screen: a list that is read anew meanwhile must not be overwritten unseen.
  const [read, setRead] = useState(list);
  const [title, setTitle] = useState(list?.title ?? '');
  const [purpose, setPurpose] = useState(list?.purpose ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const tidy = title.trim().normalize('NFC');

  const confirm = async () => {
    setTried(true);
    if (tidy === '') return;
    setBusy(true);
    setFault(null);
    const wanted = purpose.trim().normalize('NFC');
    const body = { title: tidy, purpose: wanted === '' ? null : wanted };
    try {
      const saved =
        read === null ? await createShortlist(body, key.headersFor(body)) : await changeShortlist(read, body);
      client.setQueryData(shortlistQuery(saved.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: [...SHORTLISTS_KEY, 'list'] });
      say(list === null ? t('created', { title: saved.title }) : t('saved'));
      onClose();
      onSaved(saved);
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 412;
      if (stale && read !== null)
        setRead(await client.fetchQuery({ ...shortlistQuery(read.id), staleTime: 0 }));
      setFault(stale ? t('stale') : sentence(error));
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      title={t(list === null ? 'createTitle' : 'editTitle')}
      confirmLabel={t(list === null ? 'create' : 'save')}
      busy={busy}
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <TextField
          label={t('listName')}
          required
          maxLength={100}
          value={title}
          error={tried && tidy === '' ? t('titleRequired') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          label={t('purpose')}
          hint={t('purposeHint')}
          maxLength={1000}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
