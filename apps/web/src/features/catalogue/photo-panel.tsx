import { MAX_ALTERNATIVE_TEXT, MAX_FILE_BYTES, MAX_PHOTOS, MEDIA_TYPES, photoRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { FileField } from '../../components/file-field';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import type { CatalogueItem } from '../../lib/catalogue-item';
import { uploadFile } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { addPhoto } from './api';
import { catalogueMessages } from './messages';
import { PhotoRow } from './photo-row';
import { preparePhoto } from './shrink-photo';

interface PhotoPanelProps {
  readonly item: CatalogueItem;
  readonly version: () => number;
  readonly onDone: (item: CatalogueItem) => void;
  readonly onStale: () => Promise<void>;
}

const ENDINGS = ['.png', '.jpg', '.jpeg'];
const REASONS = ['type', 'unreadable', 'dots', 'alternative_text'] as const;

/** Photos go to the server one by one, each with its words. */
export function PhotoPanel({ item, version, onDone, onStale }: PhotoPanelProps) {
  const t = useMessages(catalogueMessages);
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const guarded = async (work: () => Promise<CatalogueItem>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      onDone(await work());
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'VERSION_STALE') await onStale();
      else setFailure(photoSentence(error) ?? sentence(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  /** PHOTO_INVALID says in its details what is wrong. */
  const photoSentence = (error: unknown): string | null => {
    const reason = error instanceof ProblemError ? error.details.reason : undefined;
    const known = REASONS.find((one) => one === reason);
    return known === undefined ? null : t(`photo_${known}`);
  };
  const read = { id: item.id, version };
  return (
    <section className="panel stack stack--tight" aria-labelledby="photo-panel">
      <h2 id="photo-panel">{t('photosTitle')}</h2>
      <p className="field__hint">{t('photosHint', { max: MAX_PHOTOS })}</p>
      {failure !== null && (
        <Notice tone="danger" live>
          {failure}
        </Notice>
      )}
      {item.photos.length > 0 && (
        <ol className="photo-list">
          {item.photos.map((photo, index) => (
            <PhotoRow
              key={photo.id}
              item={item}
              read={read}
              photo={photo}
              index={index}
              busy={busy}
              run={guarded}
            />
          ))}
        </ol>
      )}
      {item.state !== 'archived' && item.photos.length < MAX_PHOTOS && (
        <NewPhoto item={item} busy={busy} run={guarded} onRefused={setFailure} />
      )}
    </section>
  );
}

interface NewPhotoProps {
  readonly item: CatalogueItem;
  readonly busy: boolean;
  readonly run: (work: () => Promise<CatalogueItem>) => Promise<boolean>;
  readonly onRefused: (sentence: string) => void;
}

function NewPhoto({ item, busy, run, onRefused }: NewPhotoProps) {
  const t = useMessages(catalogueMessages);
  const say = useToast();
  const idempotency = useIdempotencyKey();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<{ file?: string; text?: string }>({});

  const add = async () => {
    const [chosen] = files;
    if (chosen === undefined) return setWrong({ file: t('photo_none') });
    const { file, size } = await preparePhoto(chosen);
    const mediaType = MEDIA_TYPES.find((type) => type === chosen.type) ?? 'text/csv';
    const refused = photoRefusal({ mediaType, size, alternativeText: text }, item.photos.length);
    const reason = REASONS.find((one) => one === refused?.details?.['reason']);
    if (reason === 'alternative_text') return setWrong({ text: t('photo_alternative_text') });
    if (reason !== undefined) return setWrong({ file: t(`photo_${reason}`) });
    setWrong({});
    const done = await run(async () => {
      const { id: fileId } = await uploadFile(file, null);
      const body = { fileId, alternativeText: text.normalize('NFC') };
      return addPhoto(item.id, body, idempotency.headersFor(body));
    }).catch(() => onRefused(t('photo_unreadable')));
    if (done !== true) return;
    idempotency.renew();
    setFiles([]);
    setText('');
    say(t('photoAdded'));
  };
  return (
    <form
      className="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <FileField
        label={t('photoFile')}
        error={wrong.file}
        accept={ENDINGS}
        maxBytes={MAX_FILE_BYTES}
        value={files}
        onChange={setFiles}
        disabled={busy}
      />
      <TextField
        label={t('photoText')}
        hint={t('photoTextHint')}
        error={wrong.text}
        required
        maxLength={MAX_ALTERNATIVE_TEXT}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button type="submit" variant="secondary" icon="plus" busy={busy}>
          {t('photoAdd')}
        </Button>
      </div>
    </form>
  );
}
