import { MAX_FILE_BYTES } from '@ieum/domain';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { importWords } from '../lib/import-messages';
import { useMessages } from '../lib/language';
import { useProblemSentence } from '../lib/problem-sentences';
import { Button } from './button';
import { FileField } from './file-field';
import { Notice } from './notice';

interface NewImportFormProps {
  readonly title: string;
  readonly fileHint: string;
  readonly start: string;
  /** Uploads the file and creates the import; gives the address of its page. null = another field is missing. */
  readonly create: ((file: File) => Promise<string>) | null;
  /** the other fields; `asked` = somebody tried to start already, so that what is missing may be said */
  readonly children: (asked: boolean) => ReactNode;
}

/** The first step of an import: a sheet, and what it does not say itself. */
export function NewImportForm(props: NewImportFormProps) {
  const { title, fileHint, start, create, children } = props;
  const t = useMessages(importWords);
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    const [file] = files;
    if (file === undefined || create === null || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await navigate(await create(file));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <form className="panel stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      <FileField
        label={t('file')}
        hint={fileHint}
        required
        accept={['.xlsx', '.csv']}
        maxBytes={MAX_FILE_BYTES}
        value={files}
        onChange={setFiles}
        error={asked && files.length === 0 ? t('fileMissing') : undefined}
      />
      <div className="form-grid">{children(asked)}</div>
      <div className="cluster">
        <Button type="submit" icon="upload" busy={busy}>
          {busy ? t('uploading') : start}
        </Button>
      </div>
    </form>
  );
}
