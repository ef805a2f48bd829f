/** What a page shows of a photo at most; larger ones only make a telephone wait. */
const LONGEST_SIDE = 2000;
const QUALITY = 0.86;

export interface PhotoFile {
  readonly file: File;
  /** null = the browser cannot read it as a picture */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Reads a picture's size; one that is larger than needed is drawn anew, upright and without what the camera wrote. */
export async function preparePhoto(file: File): Promise<PhotoFile> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { file, size: null };
  const { width, height } = bitmap;
  const share = LONGEST_SIDE / Math.max(width, height);
  const smaller = share < 1 ? await drawn(bitmap, share, file) : file;
  bitmap.close();
  return { file: smaller, size: { width, height } };
}

async function drawn(bitmap: ImageBitmap, share: number, file: File): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * share));
  canvas.height = Math.max(1, Math.round(bitmap.height * share));
  const context = canvas.getContext('2d');
  if (context === null) return file;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, file.type, QUALITY));
  return blob === null ? file : new File([blob], file.name, { type: blob.type });
}
