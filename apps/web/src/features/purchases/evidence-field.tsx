import { MAX_FILE_BYTES } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { FileField } from '../../components/file-field';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { entryMessages } from './entry-messages';
import type { AttachedFile } from './purchase-form-values';
import './evidence-field.css';

interface EvidenceFieldProps {
  readonly value: readonly AttachedFile[];
  /** receives a function, because several uploads end one after the other */
  readonly onChange: (change: (files: readonly AttachedFile[]) => readonly AttachedFile[]) => void;
  readonly departmentId: string | null;
}

const ENDINGS = ['.pdf', '.png', '.jpg', '.jpeg', '.xlsx', '.csv'];
const MAX_FILES = 20;

/** Files go to the server at once, so that a reload does not lose them and saving does not wait. */
export function EvidenceField({ value, onChange, departmentId }: EvidenceFieldProps) {
  const t = useMessages(entryMessages);
  const sentence = useProblemSentence();
  const [uploading, setUploading] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | undefined>();

  const upload = async (files: readonly File[]) => {
    setFailure(undefined);
    for (const file of files.slice(0, MAX_FILES - value.length)) {
      setUploading(file.name);
      try {
        const { id, name } = await uploadFile(file, departmentId);
        onChange((before) => [...before, { id, name }]);
      } catch (error) {
        setFailure(`${file.name}: ${sentence(error)}`);
      }
    }
    setUploading(null);
  };

  return (
    <div className="stack stack--tight">
      <FileField
        label={t('evidence')}
        hint={t('evidenceHint')}
        error={failure}
        accept={ENDINGS}
        maxBytes={MAX_FILE_BYTES}
        multiple
        value={[]}
        disabled={uploading !== null || value.length >= MAX_FILES}
        onChange={(files) => void upload(files)}
      />
      <p role="status" className="field__hint">
        {uploading !== null && t('evidenceUploading', { name: uploading })}
      </p>
      {value.length > 0 && (
        <ul className="evidence-list" aria-label={t('evidenceList')}>
          {value.map((file) => (
            <li key={file.id}>
              <span>{file.name}</span>
              <Button
                variant="text"
                size="small"
                icon="close"
                aria-label={t('evidenceRemove', { name: file.name })}
                onClick={() => onChange((before) => before.filter((one) => one.id !== file.id))}
              >
                {t('evidenceRemove', { name: '' })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
