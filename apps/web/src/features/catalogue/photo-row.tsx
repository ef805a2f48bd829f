import { alternativeTextRefusal, MAX_ALTERNATIVE_TEXT } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CataloguePhotoImage } from '../../components/catalogue-photo';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import type { CatalogueItem, CataloguePhoto } from '../../lib/catalogue-item';
import { useMessages } from '../../lib/language';
import { changePhoto, removePhoto } from './api';
import { catalogueMessages } from './messages';

interface PhotoRowProps {
  readonly item: CatalogueItem;
  /** asked when something is sent: the version may have moved on */
  readonly read: { readonly id: string; readonly version: () => number };
  readonly photo: CataloguePhoto;
  readonly index: number;
  readonly busy: boolean;
  readonly run: (work: () => Promise<CatalogueItem>) => Promise<boolean>;
}

/** One photo: its words, its place in the row, and a way to take it off. */
export function PhotoRow({ item, read, photo, index, busy, run }: PhotoRowProps) {
  const t = useMessages(catalogueMessages);
  const say = useToast();
  const [text, setText] = useState(photo.alternativeText);
  const [wrong, setWrong] = useState<string | undefined>();
  const number = index + 1;
  const now = () => ({ id: read.id, version: read.version() });
  const isFixed = item.state === 'archived';

  const saveText = async () => {
    if (alternativeTextRefusal(text) !== null) return setWrong(t('photo_alternative_text'));
    setWrong(undefined);
    const body = { alternativeText: text.normalize('NFC') };
    if (await run(() => changePhoto(now(), photo.id, body))) say(t('photoTextSaved'));
  };
  const move = async (position: number) => {
    if (await run(() => changePhoto(now(), photo.id, { position }))) say(t('photoMoved'));
  };
  const remove = async () => {
    if (await run(() => removePhoto(now(), photo.id))) say(t('photoRemoved'));
  };
  return (
    <li className="photo-row">
      <div className="photo-row__picture">
        <CataloguePhotoImage itemId={item.id} photo={photo} isPublic={item.state === 'published'} />
      </div>
      <div className="stack stack--tight">
        <TextField
          label={t('photoNumber', { number })}
          error={wrong}
          maxLength={MAX_ALTERNATIVE_TEXT}
          disabled={isFixed}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {!isFixed && (
          <div className="cluster">
            {text !== photo.alternativeText && (
              <Button size="small" busy={busy} onClick={() => void saveText()}>
                {t('photoTextSave')}
              </Button>
            )}
            {index > 0 && (
              <Button
                size="small"
                variant="secondary"
                icon="up"
                busy={busy}
                onClick={() => void move(number - 1)}
              >
                {t('photoUp', { number })}
              </Button>
            )}
            {number < item.photos.length && (
              <Button
                size="small"
                variant="secondary"
                icon="down"
                busy={busy}
                onClick={() => void move(number + 1)}
              >
                {t('photoDown', { number })}
              </Button>
            )}
            <Button size="small" variant="text" icon="close" busy={busy} onClick={() => void remove()}>
              {t('photoRemove', { number })}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
