import { problemFrom, unreachable } from './problem-error';

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

export interface Versioned<Data> {
  readonly data: Data;
  /** the ETag to send back as If-Match; null when the resource carries none */
  readonly etag: string | null;
}

/** The body of a good answer. Throws ProblemError for everything else, so that screens handle one kind. */
export async function unwrap<Data>(sent: Promise<Answer<Data>>): Promise<Exclude<Data, undefined>> {
  return (await unwrapVersioned(sent)).data;
}

/** As `unwrap`, with the version of the resource: keep the etag beside the form and send it as If-Match. */
export async function unwrapVersioned<Data>(
  sent: Promise<Answer<Data>>,
): Promise<Versioned<Exclude<Data, undefined>>> {
  const answer = await sent.catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw unreachable();
  });
  if (!answer.response.ok) throw problemFrom(answer.error, answer.response.status);
  return { data: answer.data as Exclude<Data, undefined>, etag: answer.response.headers.get('ETag') };
}

/** Header for a write that must meet the version that was read: `headers: ifMatch(etag)`. */
export function ifMatch(etag: string): { 'If-Match': string } {
  return { 'If-Match': etag };
}

/** ETag of a version number, for lists whose rows carry `version`. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}
