import { LIST_FIELDS, LIST_HEADINGS, NEEDED_LIST_FIELDS } from '@ieum/domain';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { NewImportForm } from '../../components/new-import-form';
import { TextField } from '../../components/text-field';
import { today } from '../../lib/date-format';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createList } from './api';
import { listMessages } from './messages';

const headings = (isNeeded: boolean) =>
  LIST_FIELDS.filter((field) => NEEDED_LIST_FIELDS.includes(field) === isNeeded)
    .map((field) => LIST_HEADINGS[field])
    .join(', ');

/** The first step: a file, whose list it is, and of which day. */
export function NewList() {
  const t = useMessages(listMessages);
  const key = useIdempotencyKey();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [source, setSource] = useState(t('sourceDefault'));

  const isFuture = asOf !== null && asOf > today();

  const create = async (file: File, day: string) => {
    const stored = await uploadFile(file, null);
    const body = { fileId: stored.id, asOf: day, sourceName: source.trim() };
    const created = await createList(body, key.headersFor(body));
    return `/supplier-imports/${created.id}`;
  };

  return (
    <NewImportForm
      title={t('newTitle')}
      fileHint={t('fileHint', { needed: headings(true), others: headings(false) })}
      start={t('start')}
      create={asOf === null || isFuture || source.trim() === '' ? null : (file) => create(file, asOf)}
    >
      {(asked) => (
        <>
          <DayField
            label={t('asOf')}
            required
            max={today()}
            value={asOf}
            onChange={setAsOf}
            error={isFuture ? t('asOfFuture') : asked && asOf === null ? t('asOfMissing') : undefined}
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
