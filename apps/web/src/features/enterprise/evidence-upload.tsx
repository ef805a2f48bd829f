import { MAX_FILE_BYTES } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import type { FieldTexts } from '../../components/field';
import { FileField } from '../../components/file-field';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { evidenceMessages } from './evidence-messages';

/** A file that the server keeps already: its name and id survive a reload with the draft. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

export function isKeptFile(value: unknown): value is KeptFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'name' in value &&
    typeof value.name === 'string'
  );
}

interface EvidenceUploadProps extends Pick<FieldTexts, 'label' | 'hint' | 'error' | 'required'> {
  readonly value: KeptFile | null;
  readonly onChange: (file: KeptFile | null) => void;
}

const ENDINGS = ['.pdf', '.png', '.jpg', '.jpeg'];

/** One file, sent at once. */
export function EvidenceUpload({ value, onChange, error, ...texts }: EvidenceUploadProps) {
  const t = useMessages(evidenceMessages);
  const sentence = useProblemSentence();
  const [uploading, setUploading] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | undefined>();

  const upload = async (file: File | undefined) => {
    if (file === undefined) return;
    setFailure(undefined);
    setUploading(file.name);
    try {
      const { id, name } = await uploadFile(file, null);
      onChange({ id, name });
    } catch (problem) {
      setFailure(`${file.name}: ${sentence(problem)}`);
    }
    setUploading(null);
  };
  return (
    <div className="stack stack--tight">
      <FileField
        {...texts}
        error={failure ?? error}
        accept={ENDINGS}
        maxBytes={MAX_FILE_BYTES}
        value={[]}
        disabled={uploading !== null}
        onChange={(files) => void upload(files[0])}
      />
      <div role="status">
        {uploading !== null && <p className="field__hint">{t('uploading', { name: uploading })}</p>}
        {value !== null && (
          <p className="cluster">
            <span>{t('kept', { name: value.name })}</span>
            <Button variant="text" size="small" icon="close" onClick={() => onChange(null)}>
              {t('remove', { name: value.name })}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
