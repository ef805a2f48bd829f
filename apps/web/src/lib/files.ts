import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, fetchWithSession } from './api';
import { problemFrom, unreachable } from './problem-error';
import { unwrap } from './unwrap';
import { newIdempotencyKey } from './use-idempotency-key';

export type StoredFile = Schema<'FileDto'>;

/** Keeps a file on the server. @throws ProblemError: FILE_TYPE_REFUSED, FILE_TOO_LARGE, FILE_UNREADABLE … */
export async function uploadFile(file: File, departmentId: string | null): Promise<StoredFile> {
  const form = new FormData();
  if (departmentId !== null) form.append('departmentId', departmentId);
  form.append('file', file);
  const answer = await send(
    new Request(new URL('/api/v1/files', window.location.origin), {
      method: 'POST',
      body: form,
      headers: { 'Idempotency-Key': newIdempotencyKey() },
    }),
  );
  return (await answer.json()) as StoredFile;
}

/** Saves a stored file through the browser's own download. */
export async function downloadFile(file: Pick<StoredFile, 'id' | 'name'>): Promise<void> {
  await saveAnswer(`/api/v1/files/${file.id}/content`, file.name);
}

/** Saves what a GET answers (evidence, an export) under a name. @throws ProblemError */
export async function saveAnswer(path: string, name: string): Promise<void> {
  const answer = await send(new Request(new URL(path, window.location.origin)));
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

export function fileQuery(id: string) {
  return queryOptions({
    queryKey: ['files', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/files/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
}

async function send(request: Request): Promise<Response> {
  const answer = await fetchWithSession(request).catch(() => {
    throw unreachable();
  });
  if (answer.ok) return answer;
  throw problemFrom(await answer.json().catch(() => null), answer.status);
}
