import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { photoAddress, readPhoto, type CataloguePhoto } from '../lib/catalogue-item';
import { useMessages } from '../lib/language';
import { catalogueItemMessages } from './catalogue-item-messages';

interface CataloguePhotoProps {
  readonly itemId: string;
  readonly photo: CataloguePhoto;
  /** the item is published: the picture may be asked for without the session */
  readonly isPublic: boolean;
}

/** The picture of a photo; its place is kept free while it is on its way. */
export function CataloguePhotoImage({ itemId, photo, isPublic }: CataloguePhotoProps) {
  const address = photoAddress(itemId, photo.id);
  return isPublic ? (
    <Picture photo={photo} source={address} />
  ) : (
    <PrivatePicture address={address} photo={photo} />
  );
}

interface PictureProps {
  readonly photo: CataloguePhoto;
  readonly source: string | null;
}

function Picture({ photo, source }: PictureProps) {
  const { width, height } = photo;
  if (source === null) return <span className="catalogue-photo-waiting" />;
  return (
    <img
      src={source}
      alt={photo.alternativeText}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}

interface PrivatePictureProps {
  readonly address: string;
  readonly photo: CataloguePhoto;
}

/** An <img> cannot carry the session: the bytes are fetched and shown from memory. */
function PrivatePicture({ address, photo }: PrivatePictureProps) {
  const t = useMessages(catalogueItemMessages);
  const { data, isError } = useQuery({
    queryKey: ['catalogue-photo', address],
    queryFn: ({ signal }) => readPhoto(address, signal),
    staleTime: Infinity,
  });
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(data);
    setSource(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (isError) return <span role="note">{t('photoFailed', { text: photo.alternativeText })}</span>;
  return <Picture photo={photo} source={source} />;
}
