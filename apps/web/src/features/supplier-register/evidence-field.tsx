import { MAX_FILE_BYTES } from '@ieum/domain';
import { useState } from 'react';
import { FileField } from '../../components/file-field';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { registerMessages } from './messages';

export interface KeptEvidence {
  readonly id: string;
  readonly name: string;
}

interface EvidenceFieldProps {
  readonly value: KeptEvidence | null;
  readonly onChange: (evidence: KeptEvidence) => void;
}

const ENDINGS = ['.pdf', '.png', '.jpg', '.jpeg'];

/** The file goes to the server at once, so that saving does not wait; another one takes its place. */
export function EvidenceField({ value, onChange }: EvidenceFieldProps) {
  const t = useMessages(registerMessages);
  const sentence = useProblemSentence();
  const [uploading, setUploading] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | undefined>();
  const upload = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    setFailure(undefined);
    setUploading(file.name);
    try {
      const { id, name } = await uploadFile(file, null);
      onChange({ id, name });
    } catch (error) {
      setFailure(`${file.name}: ${sentence(error)}`);
    }
    setUploading(null);
  };
  return (
    <div>
      <FileField
        label={t('evidence')}
        hint={t('evidenceHint')}
        error={failure}
        accept={ENDINGS}
        maxBytes={MAX_FILE_BYTES}
        value={[]}
        disabled={uploading !== null}
        onChange={(files) => void upload(files)}
      />
      <p role="status" className="field__hint">
        {uploading !== null && t('uploading', { name: uploading })}
        {uploading === null && value !== null && t('evidenceKept', { name: value.name })}
      </p>
    </div>
  );
}
