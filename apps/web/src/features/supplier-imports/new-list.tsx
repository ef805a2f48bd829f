import { koreanDay } from '@ieum/domain';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { NewImportForm } from '../../components/new-import-form';
import { TextField } from '../../components/text-field';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createList } from './api';
import { listMessages } from './messages';

/** The first step: a file, whose list it is, and of which day. */
export function NewList() {
  const t = useMessages(listMessages);
  const key = useIdempotencyKey();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [source, setSource] = useState(t('sourceDefault'));

  const create = async (file: File, day: string) => {
    const stored = await uploadFile(file, null);
    const body = { fileId: stored.id, asOf: day, sourceName: source.trim() };
    const created = await createList(body, key.headersFor(body));
    return `/supplier-imports/${created.id}`;
  };

  return (
    <NewImportForm
      title={t('newTitle')}
      fileHint={t('fileHint')}
      start={t('start')}
      create={asOf === null || source.trim() === '' ? null : (file) => create(file, asOf)}
    >
      {(asked) => (
        <>
          <DayField
            label={t('asOf')}
            required
            max={koreanDay(new Date())}
            value={asOf}
            onChange={setAsOf}
            error={asked && asOf === null ? t('asOfMissing') : undefined}
          />
          <TextField
            label={t('sourceName')}
            hint={t('sourceHint')}
            required
            maxLength={100}
            value={source}
            onChange={(event) => setSource(event.target.value)}
            error={asked && source.trim() === '' ? t('sourceMissing') : undefined}
          />
        </>
      )}
    </NewImportForm>
  );
}
