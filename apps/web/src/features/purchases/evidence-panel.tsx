import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { downloadFile, fileQuery } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { detailMessages } from './detail-messages';

export function EvidencePanel({ fileIds }: { readonly fileIds: readonly string[] }) {
  const t = useMessages(detailMessages);
  return (
    <section className="panel stack stack--tight" aria-labelledby="purchase-evidence">
      <h2 id="purchase-evidence">{t('evidence')}</h2>
      {fileIds.length === 0 && <p className="field__hint">{t('evidenceNone')}</p>}
      <ul className="stack stack--tight">
        {fileIds.map((id) => (
          <EvidenceFile key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}

function EvidenceFile({ id }: { readonly id: string }) {
  const t = useMessages(detailMessages);
  const sentence = useProblemSentence();
  const { data, error } = useQuery(fileQuery(id));
  const [failure, setFailure] = useState<unknown>(null);
  const shown = failure ?? error;
  return (
    <li>
      {data && (
        <Button
          variant="text"
          size="small"
          icon="download"
          onClick={() => void downloadFile(data).catch((reason: unknown) => setFailure(reason))}
        >
          {t('download', { name: data.name })}
        </Button>
      )}
      {shown !== null && (
        <Notice tone="danger" live>
          {sentence(shown)}
        </Notice>
      )}
    </li>
  );
}
