import type { Schema } from '@ieum/api-client';
import { fetchWithSession } from './api';
import type { Language } from './define-messages';
import { problemFrom } from './problem-error';

export type CatalogueItem = Schema<'CatalogueItemDto'>;
export type CataloguePhoto = CatalogueItem['photos'][number];

interface CategoryName {
  readonly name: string;
  readonly nameEn: string | null;
}

/** The way to a category in the reader's language; a level that only repeats the one above is left out. */
export function categoryNames(path: readonly CategoryName[], language: Language): string[] {
  return path
    .map(({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name))
    .filter((name, index, names) => name !== names[index - 1]);
}

/** Where the picture of a photo is; of a published item it may stand in an <img>. */
export function photoAddress(itemId: string, photoId: string): string {
  return `/api/v1/catalogue-items/${itemId}/photos/${photoId}`;
}

/** The picture of a photo that only its enterprise and register keepers may see. @throws ProblemError */
export async function readPhoto(address: string, signal: AbortSignal): Promise<Blob> {
  const answer = await fetchWithSession(new Request(new URL(address, window.location.origin), { signal }));
  if (answer.ok) return answer.blob();
  throw problemFrom(await answer.json().catch(() => null), answer.status);
}
