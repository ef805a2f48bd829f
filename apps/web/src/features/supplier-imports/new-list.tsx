import { koreanDay, MAX_FILE_BYTES } from '@ieum/domain';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { FileField } from '../../components/file-field';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createList } from './api';
import { listMessages } from './messages';

/** The first step: a file, whose list it is, and of which day. */
export function NewList() {
  const t = useMessages(listMessages);
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [asOf, setAsOf] = useState<string | null>(null);
  const [source, setSource] = useState(t('sourceDefault'));
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const start = async (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    const [file] = files;
    if (file === undefined || asOf === null || source.trim() === '' || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const stored = await uploadFile(file, null);
      const body = { fileId: stored.id, asOf, sourceName: source.trim() };
      const created = await createList(body, key.headersFor(body));
      await navigate(`/supplier-imports/${created.id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <form className="panel stack" noValidate onSubmit={(event) => void start(event)}>
      <h2>{t('newTitle')}</h2>
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      <FileField
        label={t('file')}
        hint={t('fileHint')}
        required
        accept={['.xlsx', '.csv']}
        maxBytes={MAX_FILE_BYTES}
        value={files}
        onChange={setFiles}
        error={asked && files.length === 0 ? t('fileMissing') : undefined}
      />
      <div className="form-grid">
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
      </div>
      <div className="cluster">
        <Button type="submit" icon="upload" busy={busy}>
          {busy ? t('uploading') : t('start')}
        </Button>
      </div>
    </form>
  );
}
